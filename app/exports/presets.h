// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QStringList>

namespace earmark::exports {

// The names of the templates that ship with Earmark, "plain" first.
[[nodiscard]] QStringList presetNames();

// The text of one, for people to copy and change. Errors: TemplateUnknown.
[[nodiscard]] Result<QString> presetText(const QString &name);

// The text of a preset, or else of the file of that name. Errors: TemplateUnknown where there is
// neither; those of readFile and decodeText.
[[nodiscard]] Result<QString> templateText(const QString &nameOrFile);

} // namespace earmark::exports
