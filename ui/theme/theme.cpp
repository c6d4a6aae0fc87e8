// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {
namespace {

// Adobe publishes Source Serif under three names, by its age.
const QStringList &serifFamilies()
{
    static const QStringList families{u"Source Serif 4"_s, u"Source Serif Pro"_s, u"Source Serif"_s,
                                      u"Noto Serif"_s,     u"DejaVu Serif"_s,     u"serif"_s};
    return families;
}

// 17 px at 96 dpi in points: as points, the size follows the desktop's text scaling.
constexpr double BodyPoints = 17.0 * 72.0 / 96.0;

// Two colour pairs as far apart as these (black on white is 21) are asked for by those who need
// them; ordinary desktops keep at least the window's ground softer.
constexpr double ExtremeContrast = 20;

struct MarkLine {
    LinePattern pattern;
    QTextCharFormat::UnderlineStyle nearest;
};
constexpr MarkLine Lines[5]{
    {LinePattern::Solid, QTextCharFormat::SingleUnderline}, {LinePattern::Dashed, QTextCharFormat::DashUnderline},
    {LinePattern::Dotted, QTextCharFormat::DotLine},        {LinePattern::Double, QTextCharFormat::SingleUnderline},
    {LinePattern::Wavy, QTextCharFormat::WaveUnderline},
};

struct MarkColours {
    QRgb ground;
    QRgb line;
};

void setMarks(Theme &theme, const MarkColours (&colours)[5])
{
    for (size_t i = 0; i < 5; ++i)
        theme.marks[i] = {QColor(colours[i].ground), QColor(colours[i].line), Lines[i].pattern, Lines[i].nearest};
}

constexpr MarkColours LightMarks[5]{
    {0xfffaeab5, 0xff875a00}, {0xffdcefd3, 0xff2f6b35}, {0xffd8e9f8, 0xff1f5fa6},
    {0xfff9dde5, 0xffa5305a}, {0xffe9e0f6, 0xff6a3fa0},
};
constexpr MarkColours DarkMarks[5]{
    {0xff46390f, 0xffe0b24e}, {0xff203c22, 0xff8cc783}, {0xff1b3854, 0xff84baee},
    {0xff50253a, 0xfff294b2}, {0xff3b2d5a, 0xffc0a6f2},
};
constexpr MarkColours SepiaMarks[5]{
    {0xfff2dc98, 0xff744a00}, {0xffdbe3b6, 0xff35602c}, {0xffd3e0e2, 0xff22567f},
    {0xfff2d2c8, 0xff962c4b}, {0xffe4d5e4, 0xff613a86},
};

struct Colours {
    QRgb ground;
    QRgb ink;
    QRgb quiet;
    QRgb accent;
    QRgb sentenceGround;
    QRgb wordGround;
    QRgb estimatedWordGround;
    QRgb rule;
};

constexpr Colours Light{
    .ground = 0xfffbfaf8,
    .ink = 0xff1f1f1f,
    .quiet = 0xff5e5b56,
    .accent = 0xffa3431f,
    .sentenceGround = 0xfff3efe8,
    .wordGround = 0xfffbd9c6,
    .estimatedWordGround = 0xfff1e5dc,
    .rule = 0xffdedad3,
};
constexpr Colours Dark{
    .ground = 0xff1c1d1f,
    .ink = 0xffe6e3dc,
    .quiet = 0xffb2aea5,
    .accent = 0xffeb9a73,
    .sentenceGround = 0xff26272a,
    .wordGround = 0xff5a3323,
    .estimatedWordGround = 0xff3d322c,
    .rule = 0xff3a3b3e,
};
constexpr Colours Sepia{
    .ground = 0xfff4ecd8,
    .ink = 0xff3b2f23,
    .quiet = 0xff5f4e3a,
    .accent = 0xff963c17,
    .sentenceGround = 0xffece2c9,
    .wordGround = 0xfff3cdaa,
    .estimatedWordGround = 0xffe9dbc0,
    .rule = 0xffd8cbb0,
};

enum class Ground { Light, Dark };

Theme themeOf(Ground ground, const Colours &colours, const MarkColours (&marks)[5])
{
    Theme theme{ground == Ground::Dark,     QColor(colours.ground),
                QColor(colours.ink),        QColor(colours.quiet),
                QColor(colours.accent),     QColor(colours.sentenceGround),
                QColor(colours.wordGround), QColor(colours.estimatedWordGround),
                QColor(colours.rule),       {}};
    setMarks(theme, marks);
    return theme;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](double a, double b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()),
                            channel(from.blueF(), to.blueF()));
}

// The palette's own colours and nothing milder; only the marks' hues are ours.
Theme highContrastTheme(const QPalette &palette)
{
    Theme theme;
    theme.ground = palette.color(QPalette::Base);
    theme.ink = palette.color(QPalette::Text);
    theme.dark = luminance(theme.ground) < luminance(theme.ink);
    theme.quiet = theme.ink;
    const QColor highlight = palette.color(QPalette::Highlight);
    theme.accent = contrast(highlight, theme.ground) >= 4.5 ? highlight : theme.ink;
    theme.sentenceGround = mixed(theme.ground, theme.ink, 0.08);
    theme.wordGround = mixed(theme.ground, theme.ink, 0.22);
    theme.estimatedWordGround = mixed(theme.ground, theme.ink, 0.14);
    theme.rule = theme.ink;
    setMarks(theme, theme.dark ? DarkMarks : LightMarks);
    return theme;
}

bool isWarmPaper(const QColor &base)
{
    return base.hslHue() >= 20 && base.hslHue() <= 60 && base.hsvSaturationF() >= 0.08F && base.lightnessF() >= 0.8F;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    double brighter = luminance(a);
    double darker = luminance(b);
    if (brighter < darker)
        std::swap(brighter, darker);
    return (brighter + 0.05) / (darker + 0.05);
}

Theme themeFor(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const bool extreme = contrast(base, text) >= ExtremeContrast
        && contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) >= ExtremeContrast;
    if (extreme)
        return highContrastTheme(palette);
    if (luminance(base) < luminance(text))
        return themeOf(Ground::Dark, Dark, DarkMarks);
    return isWarmPaper(base) ? themeOf(Ground::Light, Sepia, SepiaMarks) : themeOf(Ground::Light, Light, LightMarks);
}

Theme themeFor(const QPalette &palette, TextLook::Paper paper)
{
    switch (paper) {
    case TextLook::Paper::Desktop: break;
    case TextLook::Paper::Light: return themeOf(Ground::Light, Light, LightMarks);
    case TextLook::Paper::Dark: return themeOf(Ground::Dark, Dark, DarkMarks);
    case TextLook::Paper::Sepia: return themeOf(Ground::Light, Sepia, SepiaMarks);
    case TextLook::Paper::Contrast: {
        const bool dark = luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
        QPalette extreme = palette;
        extreme.setColor(QPalette::Base, dark ? Qt::black : Qt::white);
        extreme.setColor(QPalette::Text, dark ? Qt::white : Qt::black);
        return highContrastTheme(extreme);
    }
    }
    return themeFor(palette);
}

QColor legibleColour(QColor colour, const QColor &ink, const QColor &ground)
{
    constexpr double legible = 4.5;
    constexpr int steps = 10;
    const QColor from = colour;
    const auto between = [](int a, int b, int step) { return a + (b - a) * step / steps; };
    for (int step = 1; step <= steps && contrast(colour, ground) < legible; ++step)
        colour.setRgb(between(from.red(), ink.red(), step), between(from.green(), ink.green(), step),
                      between(from.blue(), ink.blue(), step));
    return colour;
}

QFont readingFont(double zoom, TextLook::Letters letters)
{
    QFont font;
    if (letters == TextLook::Letters::Serif) {
        font.setFamilies(serifFamilies());
        font.setStyleHint(QFont::Serif);
    }
    font.setPointSizeF(BodyPoints * zoom);
    font.setKerning(true);
    return font;
}

QString markName(notes::Mark mark)
{
    return QCoreApplication::translate("earmark::ui::Theme", "Mark %1").arg(int(mark));
}

QString markName(notes::Mark mark, const notes::MarkNames &own)
{
    const QString &name = notes::nameOf(own, mark);
    return name.isEmpty() ? markName(mark) : name;
}

} // namespace earmark::ui
