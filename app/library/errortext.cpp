// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/errortext.h"

#include <QCoreApplication>

namespace earmark::library {

namespace {

// Sentences in groups, so that each function stays short; empty: not of this group.
struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(earmark::library::ErrorText)

public:
    static QString nameless(ErrorCode code); // says all there is to say, whatever it is about
    static QString ofFile(ErrorCode code);
    static QString ofAudio(ErrorCode code);
    static QString ofLibrary(ErrorCode code);
    static QString ofWriting(ErrorCode code);
    static QString ofEpisode(ErrorCode code);
    static QString ofExport(ErrorCode code);
    static QString ofRest(ErrorCode code);
    static QString unnamed(ErrorCode code);
};

QString ErrorText::nameless(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SpeechUnavailable:
        return tr(
            "The voices of espeak-ng were not found, so words cannot be matched to the sound. Install the package "
            "espeak-ng-data; until then times are estimated.");
    case ErrorCode::SoundDeviceMissing:
        return tr(
            "No sound device was found, so nothing can be heard. Playing lights the words in silence; connect a device "
            "to hear them.");
    case ErrorCode::SoundDeviceFailed:
        return tr("The sound device stopped working. Your place was kept; press play to try again.");
    case ErrorCode::HighlightUnknown:
        return tr("This highlight is not in the library any more. Nothing else was changed.");
    case ErrorCode::HighlightChangedElsewhere:
        return tr("This highlight was changed in another window meanwhile. What stands there was kept.");
    case ErrorCode::AmendmentChangedElsewhere:
        return tr("This place of the text was changed in another window meanwhile. What stands there was kept.");
    case ErrorCode::TimesChangedElsewhere:
        return tr("The times of this episode were changed meanwhile. They stay as they are now.");
    case ErrorCode::NothingToPaste:
        return tr("There is no transcript in the clipboard. Mark the whole transcript where you read it, copy it, and "
                  "paste again.");
    case ErrorCode::PunctuationModelDamaged:
        return tr("The model that sets commas and full stops is damaged. The text is shown without it; install Earmark "
                  "again.");
    default: return {};
    }
}

QString ErrorText::ofFile(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound: return tr("There is no file “%1”. Check its name, or choose where it is now.");
    case ErrorCode::FileUnreadable:
        return tr("“%1” cannot be read. Check that it is a file and that you are allowed to read it.");
    case ErrorCode::FileEmpty: return tr("“%1” is empty. Fetch or save the file again.");
    case ErrorCode::FileTooLarge:
        return tr("“%1” is too large for a transcript. Check that it is the file that you meant.");
    case ErrorCode::NotATranscript:
        return tr("“%1” is not a transcript. Choose a text, captions, or what a transcription service gave you.");
    case ErrorCode::WordTooLong:
        return tr("“%1” has more than 100,000 characters without a space or a new line, which is too much to lay out. "
                  "Begin a new line after each sentence, and open it again.");
    case ErrorCode::TranscriptWithoutWords: return tr("“%1” contains no words. Choose a transcript with text in it.");
    case ErrorCode::UnknownFormat:
        return tr("The ending of “%1” does not tell a format. Use .vtt, .srt, .json or .tsv.");
    case ErrorCode::EncodingUnknown:
        return tr("There is no encoding “%1” here. Use a name such as UTF-8, windows-1252 or Shift_JIS.");
    case ErrorCode::TimesMissing:
        return tr("“%1” says of no word when it is spoken, and captions need times. Match it to its audio with "
                  "“earmark align”, or convert it to text.");
    case ErrorCode::NotTimings:
        return tr("“%1” does not hold times of this transcript. Each line needs a word's number, its start and its end "
                  "in seconds, with tabs between; nothing was printed.");
    case ErrorCode::TimingsOutOfOrder:
        return tr(
            "The line “%1” has a word's number that is not above the one before it. Each word has one line, in the "
            "order of the text; nothing was printed.");
    case ErrorCode::TimingOutside:
        return tr("The line “%1” has the number of a word that is not in the transcript. Check that the times are of "
                  "this transcript, and count the words from 0; nothing was printed.");
    case ErrorCode::NotAKeymap:
        return tr("“%1” is not a keymap of Earmark. Choose a file that Earmark exported; your keys stay as they are.");
    default: return {};
    }
}

QString ErrorText::ofAudio(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotAudio:
        return tr(
            "“%1” is not an audio file, or it is damaged at its beginning. Choose an MP3, M4A, Ogg, Opus, FLAC or "
            "WAV file.");
    case ErrorCode::AudioWithoutSound: return tr("“%1” contains no sound. Choose the file with the episode's audio.");
    case ErrorCode::AudioWithoutSpeech:
        return tr("There is no speech in “%1”. Choose the file with the episode's audio; the times stay as they were.");
    case ErrorCode::AudioDamaged:
        return tr(
            "The audio of “%1” is damaged and cannot be read to its end. What comes before stays usable; fetch the "
            "file again to hear the rest.");
    case ErrorCode::AudioUnusable:
        return tr("“%1” is damaged or cut off, and nothing of it can be heard. Fetch the file again.");
    case ErrorCode::LanguageUnknown:
        return tr("There is no voice for the language “%1”. Use a code such as en, en-gb, de or fr.");
    case ErrorCode::NotTheSameEpisode:
        return tr("The words of “%1” are not those that are spoken. Check that audio and transcript are of the same "
                  "episode; the times stay as they were.");
    case ErrorCode::AnchorMalformed:
        return tr(
            "“%1” is no anchor. Each line holds a word's number, counted from 0, and its time in seconds; nothing "
            "was changed.");
    case ErrorCode::AnchorsContradict:
        return tr(
            "The anchor “%1” contradicts another one, or leaves no time for the words before it. A word has one time, "
            "and a later word a later one; nothing was changed.");
    case ErrorCode::AnchorOutside:
        return tr("The anchor “%1” names a word that is not in the transcript, or a time that is not in the audio. "
                  "Count the words from 0; nothing was changed.");
    default: return {};
    }
}

QString ErrorText::ofLibrary(ErrorCode code)
{
    switch (code) {
    case ErrorCode::LibraryUnreadable:
        return tr("The library “%1” cannot be opened. Check that it exists and that you are allowed to read it.");
    case ErrorCode::LibraryNotCreated:
        return tr(
            "There is no library “%1” yet, and it cannot be made there. Check that you are allowed to write to its "
            "folder, or use another one.");
    case ErrorCode::LibraryReadOnly:
        return tr(
            "The library “%1” is read-only. Nothing in it was changed; allow writing to the file and its folder, or "
            "use another library.");
    case ErrorCode::LibraryNewer:
        return tr("The library “%1” was made by a later version of Earmark. It was not touched; update Earmark to open "
                  "it.");
    case ErrorCode::LibraryDamaged:
        return tr(
            "The library “%1” is damaged. Nothing more was written to it; copy the file to a safe place and restore "
            "it from a backup.");
    case ErrorCode::LibraryBusy:
        return tr("Another program is writing to the library “%1”. Nothing was changed; wait a moment and try again.");
    case ErrorCode::LibraryReplaced:
        return tr(
            "The library's file was replaced by another one while Earmark had it open. All that it held is kept in "
            "“%1”; close Earmark and open it again to go on with the new file.");
    case ErrorCode::NotALibrary: return tr("“%1” is not an Earmark library. It was not touched; choose another file.");
    default: return {};
    }
}

QString ErrorText::ofWriting(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return tr(
            "The disk is full, so “%1” could not be written. What it contained before is unchanged; make room and "
            "try again.");
    case ErrorCode::OutputIsInput:
        return tr("“%1” is needed by the episode itself, so it is not written over. Choose another name.");
    case ErrorCode::WriteFailed:
        return tr("“%1” could not be written. What was there before is unchanged; check the folder and that you are "
                  "allowed to write to it.");
    default: return {};
    }
}

QString ErrorText::ofEpisode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::EpisodeUnknown:
        return tr("The library has no episode %1. Look for its number in the list of episodes.");
    case ErrorCode::EpisodeAlreadyThere:
        return tr("This is in the library already, as episode %1. Nothing was changed.");
    case ErrorCode::SameTranscript:
        return tr("“%1” is the transcript that the episode has already. Nothing was changed.");
    case ErrorCode::TranscriptReplaced:
        return tr(
            "The transcript of “%1” was replaced meanwhile. What was done in the old text was not written; open the "
            "episode again to go on in the new one.");
    case ErrorCode::SpanOutsideTranscript:
        return tr("%1 is outside the episode. Nothing was changed; its words are counted from 0, its times from its "
                  "beginning.");
    default: return {};
    }
}

QString ErrorText::ofExport(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotMarkdown:
        return tr("“%1” is there already and is no Markdown. It was not touched; choose another name.");
    case ErrorCode::NotAnnotations:
        return tr(
            "“%1” holds no annotations. Choose a file of Web Annotations (JSON), or Markdown that Earmark wrote.");
    case ErrorCode::TemplateUnknown:
        return tr("There is no template “%1”. Use plain, obsidian, snipd, readwise, podnotes or text, or the name of a "
                  "file.");
    case ErrorCode::TemplateTagOpen:
        return tr("The template has a tag that does not end: %1. Add the closing braces; nothing was written.");
    case ErrorCode::TemplateSectionOpen:
        return tr("The template has a section that does not end: %1. End it with the same name; nothing was written.");
    case ErrorCode::TemplateEndWithoutSection:
        return tr("The template ends a section that was not begun: %1. Nothing was written.");
    case ErrorCode::TemplateTagUnsupported:
        return tr("The template uses what templates cannot do here: %1. Nothing was written.");
    case ErrorCode::TemplateNameUnknown:
        return tr("The template names what there is not: %1. “man earmark” lists the names; nothing was written.");
    case ErrorCode::TemplateRegions:
        return tr("The regions of the template “%1” do not fit: each “open” needs a “close”, and “note” stands outside "
                  "of them. Nothing was written.");
    default: return {};
    }
}

QString ErrorText::ofRest(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return tr("“%1” cannot be used here. Nothing was changed.");
    case ErrorCode::Cancelled: return tr("“%1” was stopped as you asked. What was there before is unchanged.");
    default: return tr("Something went wrong inside Earmark with “%1”. What was saved is safe; please report this.");
    }
}

// The same where the error names nothing.
QString ErrorText::unnamed(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound: return tr("The file is not there any more. Choose where it is now.");
    case ErrorCode::FileUnreadable: return tr("The file cannot be read. Check that you are allowed to read it.");
    case ErrorCode::FileEmpty: return tr("The file is empty. Fetch or save it again.");
    case ErrorCode::NotATranscript:
        return tr("This is not a transcript. Choose a text, captions, or what a transcription service gave you.");
    case ErrorCode::WordTooLong:
        return tr("The text has more than 100,000 characters without a space or a new line, which is too much to lay "
                  "out. Begin a new line after each sentence, and paste it again.");
    case ErrorCode::NotAudio: return tr("This is not an audio file. Choose an MP3, M4A, Ogg, Opus, FLAC or WAV file.");
    case ErrorCode::LibraryUnreadable:
        return tr("The library cannot be opened. Check that you are allowed to read it.");
    case ErrorCode::TranscriptWithoutWords:
        return tr("The transcript contains no words. Choose a transcript with text in it.");
    case ErrorCode::AudioWithoutSound: return tr("This episode has no sound. Choose a file with the episode's audio.");
    case ErrorCode::AudioWithoutSpeech:
        return tr(
            "There is no speech in the audio. Choose a file with the episode's audio; the times stay as they were.");
    case ErrorCode::AudioDamaged:
        return tr("The audio is damaged and cannot be read to its end. What comes before stays usable.");
    case ErrorCode::AudioUnusable:
        return tr("The audio is damaged or cut off, and nothing of it can be heard. Fetch the file again.");
    case ErrorCode::NotTheSameEpisode:
        return tr(
            "The words of the transcript are not those that are spoken. Check that audio and transcript are of the "
            "same episode; the times stay as they were.");
    case ErrorCode::LibraryNotCreated:
        return tr("The library cannot be made. Check that you are allowed to write to its folder.");
    case ErrorCode::LibraryReadOnly:
        return tr("The library is read-only. Nothing in it was changed; allow writing to the file and its folder.");
    case ErrorCode::LibraryDamaged:
        return tr("The library is damaged. Nothing more was written to it; restore it from a backup.");
    case ErrorCode::LibraryBusy:
        return tr("Another program is writing to the library. Nothing was changed; wait a moment and try again.");
    case ErrorCode::LibraryReplaced:
        return tr("The library's file was replaced by another one while Earmark had it open. Close Earmark and open it "
                  "again to go on with the new file.");
    case ErrorCode::DiskFull:
        return tr("The disk is full. What was saved before is unchanged; make room and try again.");
    case ErrorCode::OutputIsInput:
        return tr("The episode needs this file itself, so it is not written over. Choose another name.");
    case ErrorCode::WriteFailed: return tr("Writing failed. What was saved before is unchanged; try again.");
    case ErrorCode::EpisodeUnknown: return tr("This episode is not in the library any more.");
    case ErrorCode::EpisodeAlreadyThere: return tr("This episode is in the library already. Nothing was changed.");
    case ErrorCode::SameTranscript: return tr("The episode has this transcript already. Nothing was changed.");
    case ErrorCode::SpanOutsideTranscript: return tr("These words are outside the transcript. Nothing was changed.");
    case ErrorCode::InvalidArgument: return tr("This cannot be done here. Nothing was changed.");
    case ErrorCode::Cancelled: return tr("Stopped as you asked. What was there before is unchanged.");
    case ErrorCode::LanguageUnknown:
        return tr("There is no voice for this language. Use a code such as en, en-gb, de or fr.");
    default: return tr("Something went wrong inside Earmark. What was saved is safe; please report this.");
    }
}

} // namespace

QString errorText(const Error &error)
{
    const ErrorCode code = error.code;
    if (const QString sentence = ErrorText::nameless(code); !sentence.isEmpty())
        return sentence;
    if (error.subject.isEmpty())
        return ErrorText::unnamed(code);
    for (const auto group : {&ErrorText::ofFile, &ErrorText::ofAudio, &ErrorText::ofLibrary, &ErrorText::ofWriting,
                             &ErrorText::ofEpisode, &ErrorText::ofExport}) {
        const QString sentence = group(code);
        if (!sentence.isEmpty())
            return sentence.arg(error.subject);
    }
    return ErrorText::ofRest(code).arg(error.subject);
}

} // namespace earmark::library
