<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>earmark::cli::MediaCommands</name>
    <message numerus="yes">
        <source>The glossary’s rules know %n place(s) of it; “earmark glossary hits %1” prints them.</source>
        <translation>
            <numerusform>The glossary’s rules know %n place of it; “earmark glossary hits %1” prints it.</numerusform>
            <numerusform>The glossary’s rules know %n places of it; “earmark glossary hits %1” prints them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::cli::Output</name>
    <message numerus="yes">
        <source>%n place(s) in “%1” could not be used and were left out; the first is in line %2.</source>
        <translation>
            <numerusform>%n place in “%1” could not be used and was left out; it is in line %2.</numerusform>
            <numerusform>%n places in “%1” could not be used and were left out; the first is in line %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::library::RemarkText</name>
    <message numerus="yes">
        <source>“%1” is damaged in %n place(s). Silence stands there, and times near by may be off.</source>
        <translation>
            <numerusform>“%1” is damaged in %n place. Silence stands there, and times near by may be off.</numerusform>
            <numerusform>“%1” is damaged in %n places. Silence stands there, and times near by may be off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that Earmark had written were changed in “%1”. The changes stay, and what is new stands beside them.</source>
        <translation>
            <numerusform>%n place that Earmark had written was changed in “%1”. The change stays, and what is new stands beside it.</numerusform>
            <numerusform>%n places that Earmark had written were changed in “%1”. The changes stay, and what is new stands beside them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) of Earmark&apos;s in “%1” are damaged. What stands there was kept.</source>
        <translation>
            <numerusform>%n comment of Earmark&apos;s in “%1” is damaged. What stands there was kept.</numerusform>
            <numerusform>%n comments of Earmark&apos;s in “%1” are damaged. What stands there was kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::AnnotationFlow</name>
    <message numerus="yes">
        <source>%n highlight(s) were added.</source>
        <translation>
            <numerusform>%n highlight was added.</numerusform>
            <numerusform>%n highlights were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) were changed.</source>
        <translation>
            <numerusform>%n highlight was changed.</numerusform>
            <numerusform>%n highlights were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n more was left out.</numerusform>
            <numerusform>%n more were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::EpisodeModel</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n highlight(s) that the notes show</source>
        <translation>
            <numerusform>The %n highlight that the notes show</numerusform>
            <numerusform>The %n highlights that the notes show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::ExportFlow</name>
    <message numerus="yes">
        <source>%n file(s) written to “%1”.</source>
        <translation>
            <numerusform>%n file written to “%1”.</numerusform>
            <numerusform>%n files written to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::GlossaryDialog</name>
    <message numerus="yes">
        <source>%n place(s) corrected; undo takes them all back.</source>
        <translation>
            <numerusform>%n place corrected; undo takes it back.</numerusform>
            <numerusform>%n places corrected; undo takes them all back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) here came from this rule and stay.</source>
        <translation>
            <numerusform>%n correction here came from this rule and stays.</numerusform>
            <numerusform>%n corrections here came from this rule and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::GlossaryFlow</name>
    <message numerus="yes">
        <source>Your rules for misheard words know %n place(s) in this episode. Nothing was changed.</source>
        <translation>
            <numerusform>Your rules for misheard words know %n place in this episode. Nothing was changed.</numerusform>
            <numerusform>Your rules for misheard words know %n places in this episode. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::ImportFlow</name>
    <message numerus="yes">
        <source>%n place(s) in the file could not be read.</source>
        <translation>
            <numerusform>%n place in the file could not be read.</numerusform>
            <numerusform>%n places in the file could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::MainWindow</name>
    <message numerus="yes">
        <source>Its %n highlight(s) and their notes go with it.</source>
        <translation>
            <numerusform>Its highlight and the note to it go with it.</numerusform>
            <numerusform>Its %n highlights and their notes go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::NotesPane</name>
    <message numerus="yes">
        <source>&amp;Notes · %n highlight(s)</source>
        <translation>
            <numerusform>&amp;Notes · %n highlight</numerusform>
            <numerusform>&amp;Notes · %n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Notes · %1 of %n highlight(s)</source>
        <translation>
            <numerusform>&amp;Notes · %1 of %n highlight</numerusform>
            <numerusform>&amp;Notes · %1 of %n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::ReplaceFlow</name>
    <message numerus="yes">
        <source>The transcript was replaced. %n highlight(s) went along with their words.</source>
        <translation>
            <numerusform>The transcript was replaced. One highlight went along with its words.</numerusform>
            <numerusform>The transcript was replaced. %n highlights went along with their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be found in the new text. They are first in the notes, where each can be heard; the Mark menu puts one on the words that you select.</source>
        <translation>
            <numerusform>One could not be found in the new text. It is first in the notes, where it can be heard; the Mark menu puts it on the words that you select.</numerusform>
            <numerusform>%n could not be found in the new text. They are first in the notes, where each can be heard; the Mark menu puts one on the words that you select.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the text went along, too.</source>
        <translation>
            <numerusform>%n change of the text went along, too.</numerusform>
            <numerusform>%n changes of the text went along, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the text found no place in the new one; they are kept in the list of changes.</source>
        <translation>
            <numerusform>%n change of the text found no place in the new one; it is kept in the list of changes.</numerusform>
            <numerusform>%n changes of the text found no place in the new one; they are kept in the list of changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) whose time you had set found no place in the new text; the times set for them are gone.</source>
        <translation>
            <numerusform>%n word whose time you had set found no place in the new text; the time set for it is gone.</numerusform>
            <numerusform>%n words whose times you had set found no place in the new text; the times set for them are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::SourcePane</name>
    <message numerus="yes">
        <source>%n place(s) in the file could not be read.</source>
        <translation>
            <numerusform>%n place in the file could not be read.</numerusform>
            <numerusform>%n places in the file could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::TranscriptView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
