// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/valueforms.h"

#include "exports/yaml.h"

#include <array>
#include <utility>

namespace earmark::exports {

using notes::MarkdownPlace;

FormedName formedName(QStringView name)
{
    static constexpr std::array forms{std::pair{"line.", Form::Line}, std::pair{"paragraph.", Form::Paragraph},
                                      std::pair{"heading.", Form::Heading}, std::pair{"yaml.", Form::Yaml}};
    for (const auto &[prefix, form] : forms) {
        if (name.startsWith(QLatin1StringView(prefix)))
            return {form, name.mid(QLatin1StringView(prefix).size())};
    }
    return {Form::Anywhere, name};
}

MarkdownPlace placeOf(Form form)
{
    switch (form) {
    case Form::Line: return MarkdownPlace::InLine;
    case Form::Paragraph: return MarkdownPlace::ParagraphStart;
    case Form::Heading: return MarkdownPlace::Heading;
    default: return MarkdownPlace::Anywhere;
    }
}

QString written(QStringView text, Form form, notes::LinkLabels labels)
{
    return form == Form::Yaml ? yamlString(text) : notes::escapedText(text, placeOf(form), labels);
}

QString writtenAsIs(const QString &text, Form form)
{
    return form == Form::Yaml && !text.isEmpty() ? yamlString(text) : text;
}

} // namespace earmark::exports
