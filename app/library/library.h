// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "notes/marknames.h"
#include "reading/reading.h"
#include "store/store.h"

#include <memory>

namespace earmark::library {

// $XDG_DATA_HOME/earmark/library.db
[[nodiscard]] QString defaultLibraryPath();

// Everything about one episode that a window needs to show it.
struct OpenEpisode {
    store::Episode episode;
    transcript::Transcript transcript;
    transcript::Timings timings;
    std::vector<MediaSpan> notInText;         // of the audio; ordered
    std::vector<notes::Highlight> highlights; // in the order of the text
    notes::MarkNames markNames;               // what the reader calls the marks
    std::vector<audio::Chapter> chapters;
    std::shared_ptr<const audio::SeekIndex> seekIndex; // of its audio file; may be null: not known
    MediaTime position{};
    QString transcriptFile;                        // the source's name, without its folder
    std::vector<transcript::Amendment> amendments; // in their order
    reading::Division division;                    // of this transcript and these timings
    reading::Reading reading;                      // with the amendments and the chapters' headings
};

// New times of an episode, and how its text is divided by them.
struct EpisodeTimes {
    transcript::Timings timings;
    MediaTime duration{};
    reading::Division division;
};

[[nodiscard]] Result<OpenEpisode> openEpisode(const store::Store &store, EpisodeId id,
                                              const reading::PunctuationModel &model = {});
// The same in two steps: all but the reading, which takes no store and can be made on any thread.
[[nodiscard]] Result<OpenEpisode> loadEpisode(const store::Store &store, EpisodeId id);
void makeReading(OpenEpisode &episode, const reading::PunctuationModel &model = {});

// Where chapters begin in the text; nothing where the times are not known.
[[nodiscard]] std::vector<reading::Heading> headingsOf(const std::vector<audio::Chapter> &chapters,
                                                       const transcript::Timings &timings);

// Makes a highlight over tokens, for the terminal. Errors: EpisodeUnknown, SpanOutsideTranscript and
// Store::apply's.
[[nodiscard]] Result<notes::Highlight> addHighlight(store::Store &store, EpisodeId id, transcript::TokenSpan span,
                                                    const QString &note, const QStringList &tags = {},
                                                    notes::Mark mark = notes::Mark::One);

} // namespace earmark::library
