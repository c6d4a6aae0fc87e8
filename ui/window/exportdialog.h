// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exporter.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace earmark::ui {

// Asks what is exported, how, and where to; remembers it in the settings. Export accepts the dialog.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Scope { Episode, Shown, All };

    // `title`: of the open episode; empty: none is open. `shown`: how many of its `count` highlights the notes
    // pane shows.
    ExportDialog(QSettings &settings, QString title, int count, int shown, QWidget *parent = nullptr);

    [[nodiscard]] Scope scope() const;
    [[nodiscard]] exports::Format format() const;
    [[nodiscard]] QString templateName() const; // a preset, or a file
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool exportsByItself() const;

    [[nodiscard]] QComboBox *scopeBox() const { return m_scope; }
    [[nodiscard]] QComboBox *formatBox() const { return m_format; }
    [[nodiscard]] QComboBox *layoutBox() const { return m_layout; }
    [[nodiscard]] QLineEdit *pathEdit() const { return m_path; }
    [[nodiscard]] QCheckBox *automaticBox() const { return m_automatic; }
    [[nodiscard]] QPushButton *copyButton() const { return m_copy; }
    [[nodiscard]] QLabel *hint() const { return m_hint; }
    [[nodiscard]] QPushButton *exportButton() const { return m_export; }

private:
    void fillScopes(int count, int shown);
    void fillFormats();
    void arrange();
    void say(const QString &hint);
    void remember();
    void suggestPath();
    void choosePath();
    void chooseTemplate();
    void takeTemplate(const QString &path);
    void copyTemplate();
    void copyTo(const QString &path);
    void refresh();
    [[nodiscard]] bool wantsFolder() const;

    QSettings &m_settings;
    QString m_title;
    QComboBox *m_scope;
    QComboBox *m_format;
    QComboBox *m_layout;
    QPushButton *m_copy;
    QLineEdit *m_path;
    QLabel *m_hint;
    QCheckBox *m_automatic;
    QPushButton *m_export;
    QString m_suggested; // the path that was not typed
    int m_layoutBefore = 0;
};

} // namespace earmark::ui
