// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <vector>

namespace earmark::exports {

// One of a template's tags: {{name}}, {{{name}}}, {{&name}}, {{#name}}, {{^name}}, {{/name}}.
struct TemplateTag {
    enum class Kind { Value, Section, Inverted, End } kind = Kind::Value;
    QString name;
    int line = 1; // from 1

    bool operator==(const TemplateTag &) const = default;
};

// The tags of a Mustache template (mustache(5)) but comments, in order; sections are whole and nested.
// `name` names the template in errors, whose subject is "name:line: tag": TemplateTagOpen (no "}}"),
// TemplateSectionOpen (begun and not ended), TemplateEndWithoutSection, TemplateTagUnsupported (partials
// and other delimiters).
[[nodiscard]] Result<std::vector<TemplateTag>> scanTemplate(const QString &text, const QString &name);

} // namespace earmark::exports
