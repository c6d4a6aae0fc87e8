// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/markline.h"
#include "ui/theme/placeholders.h"
#include "ui/theme/quietlabel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;

namespace {

QPalette paletteOf(QRgb base, QRgb text, QRgb window, QRgb highlight = 0xff2a6fb5)
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::WindowText, QColor(text));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    return palette;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag();
    void everyThemeKeepsItsContrast_data();
    void everyThemeKeepsItsContrast();
    void paletteChoosesTheme_data();
    void paletteChoosesTheme();
    void everyPaperKeepsItsContrast_data();
    void everyPaperKeepsItsContrast();
    void theLookOutlastsTheWindow();
    void marksDifferWithoutColour();
    void everyMarkLineStaysWithinItsHeight_data();
    void everyMarkLineStaysWithinItsHeight();
    void readingFontScales();
    void remarksCanBeReadOnEveryDesktop();
    void emptyFieldsCanBeReadOnEveryDesktop();
};

void TestTheme::contrastIsThatOfWcag()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(qAbs(contrast(QColor(0xff767676), Qt::white) - 4.54) < 0.01);
}

void TestTheme::everyThemeKeepsItsContrast_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << paletteOf(0xffffffff, 0xff000000, 0xffefefef);
    QTest::newRow("dark") << paletteOf(0xff1b1e20, 0xfffcfcfc, 0xff2a2e32);
    QTest::newRow("sepia") << paletteOf(0xfff4ecd8, 0xff3b2f23, 0xffeae0c8);
    QTest::newRow("high contrast, black on white") << paletteOf(0xffffffff, 0xff000000, 0xffffffff);
    QTest::newRow("high contrast, white on black") << paletteOf(0xff000000, 0xffffffff, 0xff000000, 0xff1aebff);
    QTest::newRow("high contrast with a faint highlight") << paletteOf(0xff000000, 0xffffffff, 0xff000000, 0xff101040);
}

void TestTheme::everyThemeKeepsItsContrast()
{
    QFETCH(QPalette, palette);
    const Theme theme = themeFor(palette);
    QVERIFY(contrast(theme.accent, theme.ground) >= 4.5);

    QList<QColor> grounds{theme.ground, theme.sentenceGround, theme.wordGround, theme.estimatedWordGround};
    for (const MarkStyle &mark : theme.marks) {
        grounds << mark.ground;
        QVERIFY(contrast(mark.line, theme.ground) >= 4.5);
        QVERIFY(contrast(mark.line, mark.ground) >= 3); // a graphic on its own tint
    }
    for (const QColor &ground : grounds) {
        QVERIFY2(contrast(theme.ink, ground) >= 7, qPrintable(ground.name()));
        QVERIFY2(contrast(theme.quiet, ground) >= 4.5, qPrintable(ground.name()));
    }
}

void TestTheme::paletteChoosesTheme_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << paletteOf(0xffffffff, 0xff232629, 0xffeff0f1) << QColor(0xfffbfaf8) << false;
    QTest::newRow("a plain desktop is not high contrast")
        << paletteOf(0xffffffff, 0xff000000, 0xffefefef) << QColor(0xfffbfaf8) << false;
    QTest::newRow("dark") << paletteOf(0xff2d2d2d, 0xffffffff, 0xff353535) << QColor(0xff1c1d1f) << true;
    QTest::newRow("sepia") << paletteOf(0xfff4ecd8, 0xff3b2f23, 0xffeae0c8) << QColor(0xfff4ecd8) << false;
    QTest::newRow("black on white") << paletteOf(0xffffffff, 0xff000000, 0xffffffff) << QColor(Qt::white) << false;
    QTest::newRow("white on black") << paletteOf(0xff000000, 0xffffffff, 0xff000000) << QColor(Qt::black) << true;
}

void TestTheme::paletteChoosesTheme()
{
    QFETCH(QPalette, palette);
    QFETCH(QColor, ground);
    QFETCH(bool, dark);
    QCOMPARE(themeFor(palette).ground.name(), ground.name());
    QCOMPARE(themeFor(palette).dark, dark);
}

void TestTheme::everyPaperKeepsItsContrast_data()
{
    QTest::addColumn<bool>("onDarkDesktop");
    QTest::addColumn<TextLook::Paper>("paper");
    QTest::addColumn<bool>("dark");
    using Paper = TextLook::Paper;
    QTest::newRow("light on dark") << true << Paper::Light << false;
    QTest::newRow("dark on light") << false << Paper::Dark << true;
    QTest::newRow("sepia on dark") << true << Paper::Sepia << false;
    QTest::newRow("contrast on light") << false << Paper::Contrast << false;
    QTest::newRow("contrast on dark") << true << Paper::Contrast << true;
    QTest::newRow("as the dark desktop") << true << Paper::Desktop << true;
    QTest::newRow("as the light desktop") << false << Paper::Desktop << false;
}

void TestTheme::everyPaperKeepsItsContrast()
{
    QFETCH(bool, onDarkDesktop);
    QFETCH(TextLook::Paper, paper);
    QFETCH(bool, dark);
    const QPalette desktop =
        onDarkDesktop ? paletteOf(0xff232629, 0xfffcfcfc, 0xff2a2e32) : paletteOf(0xffffffff, 0xff232629, 0xffeff0f1);
    const Theme theme = themeFor(desktop, paper);
    QCOMPARE(theme.dark, dark);
    QVERIFY(contrast(theme.ink, theme.ground) >= (paper == TextLook::Paper::Contrast ? 21 : 7));
    QVERIFY(contrast(theme.quiet, theme.ground) >= 4.5);
    QVERIFY(contrast(theme.accent, theme.ground) >= 4.5);
    for (const MarkStyle &mark : theme.marks)
        QVERIFY(contrast(theme.ink, mark.ground) >= 7);
}

void TestTheme::theLookOutlastsTheWindow()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    TextLook look;
    QVERIFY(readLook(QSettings(path, QSettings::IniFormat)) == look);
    look = {TextLook::Paper::Sepia, TextLook::Letters::Sans, TextLook::wideLines, TextLook::longLines, true};
    {
        QSettings settings(path, QSettings::IniFormat);
        writeLook(look, settings);
    }
    QVERIFY(readLook(QSettings(path, QSettings::IniFormat)) == look);
    QSettings settings(path, QSettings::IniFormat);
    settings.setValue("look/paper", u"Papyrus"_s);
    settings.setValue("look/lineHeight", 100);
    settings.setValue("look/measure", u"many"_s);
    look.paper = TextLook::Paper::Desktop;
    look.lineHeight = TextLook::normalLines;
    look.measure = TextLook::normalLength;
    QVERIFY(readLook(settings) == look);
}

void TestTheme::marksDifferWithoutColour()
{
    const Theme theme = themeFor(paletteOf(0xffffffff, 0xff232629, 0xffeff0f1));
    QSet<int> patterns;
    QSet<QString> names;
    QSet<QRgb> grounds;
    for (const auto mark :
         {notes::Mark::One, notes::Mark::Two, notes::Mark::Three, notes::Mark::Four, notes::Mark::Five}) {
        patterns << int(theme.mark(mark).pattern);
        grounds << theme.mark(mark).ground.rgb();
        names << markName(mark);
    }
    QCOMPARE(patterns.size(), 5);
    QCOMPARE(grounds.size(), 5);
    QCOMPARE(names.size(), 5);
    QCOMPARE(markName(notes::Mark::Two), u"Mark 2"_s);
}

void TestTheme::everyMarkLineStaysWithinItsHeight_data()
{
    QTest::addColumn<int>("mark");
    QTest::addColumn<double>("thickness");
    for (int mark = 0; mark < 5; ++mark) {
        for (const double thickness : {1.0, 1.5, 3.0})
            QTest::addRow("mark %d, %.1f px", mark + 1, thickness) << mark << thickness;
    }
}

void TestTheme::everyMarkLineStaysWithinItsHeight()
{
    QFETCH(int, mark);
    QFETCH(double, thickness);
    const Theme theme = themeFor(paletteOf(0xffffffff, 0xff232629, 0xffeff0f1));
    QImage image(80, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawMarkLine(painter, theme.marks[mark], 10, 70, 20, thickness);
    painter.end();

    int inked = 0;
    const double bottom = 20 + markLineHeight(thickness);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) < 40)
                continue;
            ++inked;
            QVERIFY2(x >= 9 && x <= 71 && y >= 19 && y <= bottom + 1, qPrintable(u"%1, %2"_s.arg(x).arg(y)));
        }
    }
    QVERIFY(inked > 20);
}

void TestTheme::readingFontScales()
{
    QCOMPARE(readingFont(2).pointSizeF(), 2 * readingFont(1).pointSizeF());
    QCOMPARE(readingFont(1).pointSizeF() * 96 / 72, 17.0);
    QVERIFY(readingFont(1).families().size() > 2);
}

void TestTheme::remarksCanBeReadOnEveryDesktop()
{
    QWidget window;
    const QuietLabel label(&window);
    for (const bool dark : {false, true, false}) {
        QPalette palette;
        for (const auto role : {QPalette::Window, QPalette::Base})
            palette.setColor(role, dark ? QColor(0xff2a2e32) : QColor(0xffefefef));
        for (const auto role : {QPalette::WindowText, QPalette::Text})
            palette.setColor(role, dark ? QColor(0xfffcfcfc) : QColor(0xff202020));
        palette.setColor(QPalette::PlaceholderText, QColor(0x80000000));
        window.setPalette(palette);
        const QColor ground = label.palette().color(QPalette::Window);
        QCOMPARE(ground, palette.color(QPalette::Window));
        QVERIFY(contrast(label.palette().color(label.foregroundRole()), ground) >= 4.5);
    }
}

void TestTheme::emptyFieldsCanBeReadOnEveryDesktop()
{
    const QPalette before = QApplication::palette();
    keepPlaceholdersLegible(*qApp);
    for (const bool dark : {false, true, false}) {
        QPalette palette =
            dark ? paletteOf(0xff1b1e20, 0xfffcfcfc, 0xff2a2e32) : paletteOf(0xffffffff, 0xff202020, 0xffefefef);
        palette.setColor(QPalette::PlaceholderText, dark ? QColor(0x80000000) : QColor(0x80ffffff));
        QApplication::setPalette(palette);
        const QLineEdit field;
        const QPalette shown = field.palette();
        QCOMPARE(shown.color(QPalette::Base), palette.color(QPalette::Base));
        QVERIFY(contrast(shown.color(QPalette::PlaceholderText), shown.color(QPalette::Base)) >= 4.5);
    }
    QApplication::setPalette(before);
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
