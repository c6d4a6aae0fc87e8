// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exports/document.h"
#include "notes/exported.h"
#include "notes/markdownescape.h"

#include <memory>

namespace earmark::exports {

// A Mustache template that makes Markdown of an episode's highlights. The values it can name, and how
// each is escaped, stand in templatevalues.h; nothing that it can do makes a value into markup.
class Template
{
public:
    // `name` names the template in errors: those of scanTemplate; TemplateNameUnknown for a value that
    // there is not; TemplateRegions where regions are begun and not ended, or within each other.
    [[nodiscard]] static Result<Template> parse(const QString &text, const QString &name);
    // The preset of this name, or the template in this file. Errors: those of templateText and parse.
    [[nodiscard]] static Result<Template> load(const QString &nameOrFile);

    // Whether it writes the episode's text, not its highlights alone.
    [[nodiscard]] bool hasText() const;

    // `labels`: whether the file that the document goes to defines links by itself.
    [[nodiscard]] Result<Document> render(const notes::ExportedEpisode &episode,
                                          notes::LinkLabels labels = notes::LinkLabels::None) const;

private:
    Template() = default;

    std::string m_text;  // UTF-8, "\n" ends
    QStringList m_names; // of the values that it names, each once
    QString m_name;
    bool m_hasRegions = false; // names them by itself
};

} // namespace earmark::exports
