<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earmark::library::ErrorText</name>
    <message>
        <source>The voices of espeak-ng were not found, so words cannot be matched to the sound. Install the package espeak-ng-data; until then times are estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device was found, so nothing can be played. Reading, marking and exporting go on; connect a device and press play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device stopped working. Your place was kept; press play to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This highlight is not in the library any more. Nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This highlight was changed in another window meanwhile. What stands there was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1”. Check its name, or choose where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check that it is a file and that you are allowed to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty. Fetch or save the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too large for a transcript. Check that it is the file that you meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a transcript. Choose a plain text, WebVTT or SubRip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” contains no words. Choose a transcript with text in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ending of “%1” does not tell a format. Use .vtt, .srt, .json or .tsv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an audio file, or it is damaged at its beginning. Choose an MP3, M4A, Ogg, Opus, FLAC or WAV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” contains no sound. Choose the file with the episode&apos;s audio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio of “%1” is damaged and cannot be read to its end. What comes before stays usable; fetch the file again to hear the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice for the language “%1”. Use a code such as en, en-gb, de or fr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of “%1” are not those that are spoken. Check that audio and transcript are of the same episode; the times stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” cannot be opened. Check that it exists and that you are allowed to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” is read-only. Nothing in it was changed; allow writing to the file and its folder, or use another library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” was made by a later version of Earmark. It was not touched; update Earmark to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “%1” is damaged. Nothing more was written to it; copy the file to a safe place and restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the library “%1”. Nothing was changed; wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an Earmark library. It was not touched; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so “%1” could not be written. What it contained before is unchanged; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written. What was there before is unchanged; check the folder and that you are allowed to write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has no episode %1. Look for its number in the list of episodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the library already. Nothing was changed; open it from the list of episodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words %1 are outside the transcript. Nothing was changed; count its words from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be used here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was stopped as you asked. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Earmark with “%1”. What was saved is safe; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there any more. Choose where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read. Check that you are allowed to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. Fetch or save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a transcript. Choose a plain text, WebVTT or SubRip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an audio file. Choose an MP3, M4A, Ogg, Opus, FLAC or WAV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be opened. Check that you are allowed to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript contains no words. Choose a transcript with text in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This episode has no sound. Choose a file with the episode&apos;s audio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio is damaged and cannot be read to its end. What comes before stays usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the transcript are not those that are spoken. Check that audio and transcript are of the same episode; the times stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is read-only. Nothing in it was changed; allow writing to the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is damaged. Nothing more was written to it; restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the library. Nothing was changed; wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is unchanged; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing failed. What was saved before is unchanged; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This episode is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This episode is in the library already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are outside the transcript. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped as you asked. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice for this language. Use a code such as en, en-gb, de or fr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Earmark. What was saved is safe; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
