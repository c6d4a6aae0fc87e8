// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QObject>

#include <memory>

class QPlainTextEdit;

namespace earmark::ui {

// Colours the text of a read-only editor with KSyntaxHighlighting, in slices of a few milliseconds from
// the top, so that a window never waits for a text of 100,000 lines. The definitions are read when the
// first text has been shown.
class SourceColouring : public QObject
{
    Q_OBJECT

public:
    explicit SourceColouring(QPlainTextEdit &editor);
    ~SourceColouring() override;

    // The editor holds another text, in this format.
    void begin(transcript::SourceFormat format);
    // It holds none, or is about to hold another one.
    void stop();
    // The palette has changed.
    void takeTheme();
    [[nodiscard]] bool isDone() const;

private:
    void colourSlice();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::ui
