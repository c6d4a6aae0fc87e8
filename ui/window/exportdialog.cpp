// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportdialog.h"

#include "base/textfile.h"
#include "exports/presets.h"
#include "library/errortext.h"
#include "library/exporting.h"
#include "ui/theme/quietlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using exports::Format;

ExportDialog::ExportDialog(QSettings &settings, QString title, int count, int shown, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_title(std::move(title)), m_scope(new QComboBox(this)),
      m_format(new QComboBox(this)), m_layout(new QComboBox(this)), m_copy(new QPushButton(tr("Cop&y…"), this)),
      m_path(new QLineEdit(this)), m_hint(new QuietLabel(this)),
      m_automatic(new QCheckBox(tr("E&xport into this folder after each change"), this)),
      m_export(new QPushButton(tr("&Export"), this))
{
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    fillScopes(count, shown);
    fillFormats();
    arrange();
    m_automatic->setChecked(m_settings.value("export/automatic", false).toBool());
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportDialog::suggestPath);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::suggestPath);
    connect(m_layout, &QComboBox::activated, this, &ExportDialog::chooseTemplate);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copyTemplate);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(this, &QDialog::accepted, this, &ExportDialog::remember);
    suggestPath();
    m_export->setFocus();
}

void ExportDialog::fillScopes(int count, int shown)
{
    if (!m_title.isEmpty()) {
        m_scope->addItem(tr("This episode"), int(Scope::Episode));
        if (shown < count)
            m_scope->addItem(tr("The %n highlight(s) that the notes show", nullptr, shown), int(Scope::Shown));
    }
    m_scope->addItem(tr("All episodes with highlights"), int(Scope::All));
}

void ExportDialog::fillFormats()
{
    m_format->addItem(tr("Markdown"), int(Format::Markdown));
    m_format->addItem(tr("Web page that plays"), int(Format::Html));
    m_format->addItem(tr("Web Annotations (JSON-LD)"), int(Format::WebAnnotation));
    m_format->addItem(tr("Table for Readwise (CSV)"), int(Format::Csv));
    m_format->addItem(tr("Cards for Anki"), int(Format::Anki));
    m_layout->addItem(tr("Plain"), u"plain"_s);
    m_layout->addItem(u"Obsidian"_s, u"obsidian"_s);
    m_layout->addItem(u"Snipd"_s, u"snipd"_s);
    m_layout->addItem(u"Readwise"_s, u"readwise"_s);
    m_layout->addItem(u"PodNotes"_s, u"podnotes"_s);
    m_layout->addItem(tr("The whole text"), u"text"_s);
    const QString layout = m_settings.value("export/template", u"plain"_s).toString();
    if (!exports::presetNames().contains(layout) && QFileInfo::exists(layout))
        m_layout->addItem(QFileInfo(layout).fileName(), layout);
    m_layout->addItem(tr("A template of your own…"), QString());
    m_layout->setCurrentIndex(std::max(0, m_layout->findData(layout)));
    m_layoutBefore = m_layout->currentIndex();
    const auto format = exports::formatOf(m_settings.value("export/format").toString());
    m_format->setCurrentIndex(std::max(0, m_format->findData(int(format.value_or(Format::Markdown)))));
}

void ExportDialog::arrange()
{
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::choosePath);
    setTabOrder(m_path, browse);
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("Write this layout into a file, to make one of your own of it"));
    auto *layoutRow = new QHBoxLayout;
    layoutRow->addWidget(m_layout, 1);
    layoutRow->addWidget(m_copy);
    auto *place = new QHBoxLayout;
    place->addWidget(m_path, 1);
    place->addWidget(browse);
    constexpr int letters = 44;
    m_path->setMinimumWidth(letters * fontMetrics().averageCharWidth());
    m_hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&What:"), m_scope);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Layout:"), layoutRow);
    form->addRow(tr("&Place:"), place);
    for (const auto &[row, field] :
         {std::pair(layoutRow, static_cast<QWidget *>(m_layout)), std::pair(place, static_cast<QWidget *>(m_path))}) {
        form->setAlignment(row, Qt::AlignVCenter);
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(row)))
            label->setBuddy(field);
    }
    form->addRow(QString(), m_hint);
    form->addRow(QString(), m_automatic);
    form->addRow(buttons);
}

ExportDialog::Scope ExportDialog::scope() const
{
    return Scope(m_scope->currentData().toInt());
}

Format ExportDialog::format() const
{
    return Format(m_format->currentData().toInt());
}

QString ExportDialog::templateName() const
{
    return format() == Format::Markdown ? m_layout->currentData().toString() : QString();
}

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

bool ExportDialog::exportsByItself() const
{
    return m_automatic->isChecked();
}

bool ExportDialog::wantsFolder() const
{
    return scope() == Scope::All && !exports::holdsMany(format());
}

// As long as the reader has not typed another one.
void ExportDialog::suggestPath()
{
    if (m_path->text() == m_suggested) {
        const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        const QDir folder(m_settings.value("export/folder", home).toString());
        const QString name = scope() == Scope::All ? tr("All highlights") : library::fileNameOf(m_title);
        const QString path = wantsFolder() ? folder.path() : folder.filePath(name + u'.' + exports::endingOf(format()));
        m_suggested = QDir::toNativeSeparators(path);
        const QSignalBlocker blocker(m_path);
        m_path->setText(m_suggested);
    }
    refresh();
}

void ExportDialog::refresh()
{
    const bool isMarkdown = format() == Format::Markdown;
    m_layout->setEnabled(isMarkdown);
    m_copy->setEnabled(isMarkdown);
    m_export->setEnabled(!path().isEmpty());
    const QFileInfo file(path());
    QString hint;
    if (wantsFolder())
        hint = tr("A file for each episode in this folder.");
    else if (file.isFile() && isMarkdown)
        hint = tr("The file is there and is brought up to date. What you wrote in it stays.");
    else if (file.isFile())
        hint = tr("The file is there and is replaced.");
    say(hint);
}

// The window grows with what is said, which may take several lines.
void ExportDialog::say(const QString &hint)
{
    m_hint->setText(hint);
    const int wanted = layout()->totalHeightForWidth(width());
    if (isVisible() && wanted > height())
        resize(width(), wanted);
}

void ExportDialog::choosePath()
{
    auto *dialog = new QFileDialog(this, tr("Export"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (wantsFolder()) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(exports::endingOf(format()));
        dialog->setOption(QFileDialog::DontConfirmOverwrite, format() == Format::Markdown);
        dialog->setDirectory(QFileInfo(path()).absolutePath());
        dialog->selectFile(QFileInfo(path()).fileName());
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &chosen) { m_path->setText(QDir::toNativeSeparators(chosen)); });
    dialog->open();
}

void ExportDialog::chooseTemplate()
{
    if (!m_layout->currentData().toString().isEmpty()) {
        m_layoutBefore = m_layout->currentIndex();
        return;
    }
    m_layout->setCurrentIndex(m_layoutBefore);
    auto *dialog = new QFileDialog(this, tr("A template of your own"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::takeTemplate);
    dialog->open();
}

void ExportDialog::takeTemplate(const QString &path)
{
    int place = m_layout->findData(path);
    if (place < 0) {
        place = m_layout->count() - 1;
        m_layout->insertItem(place, QFileInfo(path).fileName(), path);
    }
    m_layout->setCurrentIndex(place);
    m_layoutBefore = place;
}

void ExportDialog::copyTemplate()
{
    auto *dialog = new QFileDialog(this, tr("Copy the layout"), QFileInfo(path()).absolutePath(),
                                   tr("Layouts (%1)").arg(u"*.mustache"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"mustache"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::copyTo);
    dialog->open();
}

void ExportDialog::copyTo(const QString &path)
{
    const Result<void> written = exports::templateText(templateName()).and_then([&](const QString &text) {
        return writeFileAtomically(path, text.toUtf8());
    });
    if (written)
        takeTemplate(path);
    say(written ? tr("The layout is in “%1” now, and is used from there. Any editor can change it.")
                      .arg(QDir::toNativeSeparators(path))
                : library::errorText(written.error()));
}

void ExportDialog::remember()
{
    const QString folder = wantsFolder() ? path() : QFileInfo(path()).absolutePath();
    m_settings.setValue("export/folder", folder);
    m_settings.setValue("export/format", exports::nameOf(format()));
    m_settings.setValue("export/template", m_layout->currentData());
    m_settings.setValue("export/automatic", exportsByItself());
}

} // namespace earmark::ui
