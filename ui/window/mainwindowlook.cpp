// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that lets the reader choose how the text looks.
#include "ui/transcript/transcriptview.h"
#include "ui/window/mainwindow.h"

#include <QActionGroup>
#include <QSettings>

namespace earmark::ui {

namespace {

using Paper = TextLook::Paper;
using Letters = TextLook::Letters;

// One of several that exclude each other.
template <class Value>
struct Choice {
    ActionId id;
    Value value;
};

constexpr Choice<Paper> papers[]{{ActionId::PaperAsDesktop, Paper::Desktop},
                                 {ActionId::PaperLight, Paper::Light},
                                 {ActionId::PaperDark, Paper::Dark},
                                 {ActionId::PaperSepia, Paper::Sepia},
                                 {ActionId::PaperContrast, Paper::Contrast}};
constexpr Choice<Letters> letters[]{{ActionId::LettersSerif, Letters::Serif}, {ActionId::LettersSans, Letters::Sans}};
constexpr Choice<double> lines[]{{ActionId::LinesClose, TextLook::closeLines},
                                 {ActionId::LinesNormal, TextLook::normalLines},
                                 {ActionId::LinesWide, TextLook::wideLines}};
constexpr Choice<int> measures[]{{ActionId::MeasureShort, TextLook::shortLines},
                                 {ActionId::MeasureNormal, TextLook::normalLength},
                                 {ActionId::MeasureLong, TextLook::longLines}};

} // namespace

void MainWindow::connectLook()
{
    const auto connectChoices = [this](const auto &choices, auto TextLook::*field) {
        auto *group = new QActionGroup(this);
        for (const auto &choice : choices) {
            group->addAction(m_actions[choice.id]);
            connect(m_actions[choice.id], &QAction::triggered, this, [this, field, value = choice.value] {
                TextLook look = m_text->look();
                look.*field = value;
                setLook(look);
            });
        }
    };
    connectChoices(papers, &TextLook::paper);
    connectChoices(letters, &TextLook::letters);
    connectChoices(lines, &TextLook::lineHeight);
    connectChoices(measures, &TextLook::measure);
    const auto connectSwitch = [this](ActionId id, bool TextLook::*field) {
        connect(m_actions[id], &QAction::triggered, this, [this, field](bool on) {
            TextLook look = m_text->look();
            look.*field = on;
            setLook(look);
        });
    };
    connectSwitch(ActionId::TimesBeside, &TextLook::times);
    connectSwitch(ActionId::ShowCues, &TextLook::cues);
    connectSwitch(ActionId::LightSentences, &TextLook::litSentences);
    connectSwitch(ActionId::RawText, &TextLook::raw);
    connectSwitch(ActionId::CorrectionsUnderlined, &TextLook::corrections);
}

void MainWindow::setLook(const TextLook &look)
{
    const auto check = [this](const auto &choices, const auto &value) {
        for (const auto &choice : choices)
            m_actions[choice.id]->setChecked(choice.value == value);
    };
    m_text->setLook(look);
    check(papers, look.paper);
    check(letters, look.letters);
    check(lines, look.lineHeight);
    check(measures, look.measure);
    m_actions[ActionId::TimesBeside]->setChecked(look.times);
    m_actions[ActionId::ShowCues]->setChecked(look.cues);
    m_actions[ActionId::LightSentences]->setChecked(look.litSentences);
    m_actions[ActionId::RawText]->setChecked(look.raw);
    m_actions[ActionId::CorrectionsUnderlined]->setChecked(look.corrections);
    writeLook(look, m_settings);
}

} // namespace earmark::ui
