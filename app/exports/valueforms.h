// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/markdownescape.h"

#include <QString>
#include <QStringView>

namespace earmark::exports {

// How a value is written: "quote" is safe anywhere in Markdown; "line.quote" only within a line that has
// begun, "paragraph.quote" only at the start of a paragraph, "heading.quote" only at the end of a
// heading, with fewer backslashes each; "yaml.quote" is a quoted string of YAML.
enum class Form { Anywhere, Line, Paragraph, Heading, Yaml };

// The name of a value in a template: "line.quote".
struct FormedName {
    Form form = Form::Anywhere;
    QStringView base; // without the form, part of the name
};
[[nodiscard]] FormedName formedName(QStringView name);

// Where Markdown has what is written so; Anywhere for YAML.
[[nodiscard]] notes::MarkdownPlace placeOf(Form form);

[[nodiscard]] QString written(QStringView text, Form form, notes::LinkLabels labels);
// What holds nothing that Markdown could take for markup where it stands.
[[nodiscard]] QString writtenAsIs(const QString &text, Form form);

} // namespace earmark::exports
