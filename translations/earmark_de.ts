<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Markdown</name>
    <message>
        <source>Episode without a title</source>
        <translation>Folge ohne Titel</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Sendung: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>Length: %1</source>
        <translation>Länge: %1</translation>
    </message>
    <message>
        <source>Audio: %1</source>
        <translation>Ton: %1</translation>
    </message>
    <message>
        <source>Transcript: %1</source>
        <translation>Transkript: %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, to</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>— %1</source>
        <comment>time</comment>
        <translation>— %1</translation>
    </message>
    <message>
        <source>— %1, %2</source>
        <comment>speaker, time</comment>
        <translation>— %1, %2</translation>
    </message>
    <message>
        <source>No highlights yet.</source>
        <translation>Noch keine Markierungen.</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>audio</source>
        <comment>a link to it</comment>
        <translation>Audio</translation>
    </message>
</context>
<context>
    <name>earmark::cli::AnnotationCommands</name>
    <message>
        <source>a note to it, in Markdown</source>
        <translation>eine Notiz dazu, in Markdown</translation>
    </message>
    <message>
        <source>tags, with blanks or commas between</source>
        <translation>Schlagwörter, durch Leerzeichen oder Kommas getrennt</translation>
    </message>
    <message>
        <source>which mark, from 1 to 5</source>
        <translation>welche Farbe, von 1 bis 5</translation>
    </message>
    <message>
        <source>Highlight the words from FIRST to LAST</source>
        <translation>Die Wörter von FIRST bis LAST markieren</translation>
    </message>
    <message>
        <source>Words are counted from 0, cues included. Prints the highlight&apos;s identity, which note and tag take.</source>
        <translation>Wörter werden ab 0 gezählt, Hinweise wie [Musik] mit. Gibt die Kennung der Markierung aus, die note und tag erwarten.</translation>
    </message>
    <message>
        <source>the moment it belongs to, such as 12:03 or 723.4</source>
        <translation>der Moment, zu dem sie gehört, etwa 12:03 oder 723.4</translation>
    </message>
    <message>
        <source>Write a highlight&apos;s note, or one on an episode</source>
        <translation>Die Notiz einer Markierung schreiben oder eine zu einer Folge</translation>
    </message>
    <message>
        <source>The note of a highlight is replaced; an episode gets another one. The text is Markdown, and - reads it from standard input.</source>
        <translation>Die Notiz einer Markierung wird ersetzt; eine Folge bekommt eine weitere. Der Text ist Markdown, und - liest ihn von der Standardeingabe.</translation>
    </message>
    <message>
        <source>take the tags away instead</source>
        <translation>die Schlagwörter stattdessen wegnehmen</translation>
    </message>
    <message>
        <source>Tag a highlight, or list all tags</source>
        <translation>Eine Markierung verschlagworten oder alle Schlagwörter auflisten</translation>
    </message>
    <message>
        <source>Tags have blanks or commas between. Without arguments it prints each tag of the library and how many highlights have it, with a tab between.</source>
        <translation>Schlagwörter sind durch Leerzeichen oder Kommas getrennt. Ohne Argumente wird jedes Schlagwort der Bibliothek ausgegeben und wie viele Markierungen es haben, mit einem Tabulator dazwischen.</translation>
    </message>
    <message>
        <source>only into this episode</source>
        <translation>nur in diese Folge</translation>
    </message>
    <message>
        <source>Bring annotations into the library</source>
        <translation>Anmerkungen in die Bibliothek holen</translation>
    </message>
    <message>
        <source>Marks have the numbers 1 to 5.</source>
        <translation>Farben haben die Nummern 1 bis 5.</translation>
    </message>
    <message>
        <source>The first word, %1, comes after the last one, %2.</source>
        <translation>Das erste Wort, %1, kommt nach dem letzten, %2.</translation>
    </message>
    <message>
        <source>“%1” is neither a highlight nor an episode&apos;s number.</source>
        <translation>„%1“ ist weder eine Markierung noch die Nummer einer Folge.</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>A highlight has its own time; --at is for episodes.</source>
        <translation>Eine Markierung hat ihre eigene Zeit; --at ist für Folgen.</translation>
    </message>
    <message>
        <source>“%1” is no highlight.</source>
        <translation>„%1“ ist keine Markierung.</translation>
    </message>
    <message>
        <source>Say which tags.</source>
        <translation>Es fehlt, welche Schlagwörter.</translation>
    </message>
    <message>
        <source>FILE holds W3C Web Annotations (JSON), or it is Markdown that Earmark wrote, in which notes were changed, or typed under a highlight that had none. An annotation is put where its words are heard at its time, and nowhere else; those without such a place are listed, and the exit status is 1.</source>
        <translation>FILE enthält W3C Web Annotations (JSON) oder ist Markdown von Earmark, in dem Notizen geändert oder unter eine Markierung ohne Notiz geschrieben wurden. Eine Anmerkung kommt dorthin, wo ihre Wörter zu ihrer Zeit zu hören sind, und nirgends sonst; solche ohne diesen Ort werden aufgelistet, und der Rückgabewert ist 1.</translation>
    </message>
    <message>
        <source>take the highlight&apos;s note away instead</source>
        <translation>stattdessen die Notiz der Markierung wegnehmen</translation>
    </message>
    <message>
        <source>--remove takes a highlight, and neither a text nor a time.</source>
        <translation>--remove nimmt eine Markierung und weder Text noch Zeit.</translation>
    </message>
    <message>
        <source>Say what the note is, or --remove it.</source>
        <translation>Die Notiz fehlt; --remove nimmt sie weg.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is new; the library stays as it was.</source>
        <translation>In „%1“ ist nichts neu; die Bibliothek bleibt, wie sie war.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::CommandLine</name>
    <message>
        <source>“%1” is neither a command nor a file.</source>
        <translation>„%1“ ist weder ein Befehl noch eine Datei.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::ConvertCommand</name>
    <message>
        <source>The ending of “%1” does not tell a format; name one with --to.</source>
        <translation>Die Endung von „%1“ verrät kein Format; nennen Sie eines mit --to.</translation>
    </message>
    <message>
        <source>“%1” is no format that can be written. There are: %2.</source>
        <translation>„%1“ ist kein Format, das geschrieben werden kann. Es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” is no format that can be read. There are: %2.</source>
        <translation>„%1“ ist kein Format, das gelesen werden kann. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::ExportCommand</name>
    <message>
        <source>All episodes need a folder in this format: name one with --output.</source>
        <translation>Alle Folgen brauchen in diesem Format einen Ordner: mit --output angeben.</translation>
    </message>
    <message>
        <source>where it goes; - is the terminal, with --all a folder</source>
        <translation>wohin damit; - ist das Terminal, mit --all ein Ordner</translation>
    </message>
    <message>
        <source>all episodes that have highlights</source>
        <translation>alle Folgen mit Markierungen</translation>
    </message>
    <message>
        <source>%1; by default what FILE ends with</source>
        <translation>%1; sonst nach der Endung von FILE</translation>
    </message>
    <message>
        <source>the layout of Markdown: %1, or a file of your own</source>
        <translation>die Gestalt des Markdowns: %1 oder eine eigene Datei</translation>
    </message>
    <message>
        <source>leave out Earmark&apos;s comments, in what goes to the terminal</source>
        <translation>Earmarks Kommentare weglassen, in dem, was ans Terminal geht</translation>
    </message>
    <message>
        <source>print a layout, to copy and change it</source>
        <translation>eine Vorlage ausgeben, zum Kopieren und Ändern</translation>
    </message>
    <message>
        <source>Write an episode&apos;s highlights and notes to a file</source>
        <translation>Markierungen und Notizen einer Folge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>A Markdown file that is there already is brought up to date: what you wrote around Earmark&apos;s own regions stays, and where you changed one, your version stays beside the new one.</source>
        <translation>Eine Markdown-Datei, die es schon gibt, wird auf den neuen Stand gebracht: Was um Earmarks eigene Bereiche herum geschrieben wurde, bleibt, und wo ein Bereich geändert wurde, bleibt diese Fassung neben der neuen stehen.</translation>
    </message>
    <message>
        <source>Say which episode to export, or --all.</source>
        <translation>Es fehlt, welche Folge exportiert werden soll, oder --all.</translation>
    </message>
    <message>
        <source>There is no format “%1”. There are: %2.</source>
        <translation>Es gibt kein Format „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Only Markdown has templates.</source>
        <translation>Nur Markdown hat Vorlagen.</translation>
    </message>
    <message>
        <source>--output is missing: say where the export goes.</source>
        <translation>--output fehlt: angeben, wohin der Export geht.</translation>
    </message>
    <message>
        <source>A file needs its comments, to be brought up to date; --no-comments is for the terminal.</source>
        <translation>Eine Datei braucht ihre Kommentare, um auf den neuen Stand gebracht zu werden; --no-comments ist für das Terminal.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::GlossaryCommand</name>
    <message>
        <source>Say which words are heard, and what they should read instead.</source>
        <translation>Sagen Sie, welche Wörter gehört werden und wie sie stattdessen lauten sollen.</translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>Es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>add: the rule holds in this episode alone</source>
        <translation>add: die Regel gilt nur in dieser Folge</translation>
    </message>
    <message>
        <source>add: the rule holds in this show&apos;s episodes</source>
        <translation>add: die Regel gilt in den Folgen dieser Sendung</translation>
    </message>
    <message>
        <source>hits: correct them all</source>
        <translation>hits: alle berichtigen</translation>
    </message>
    <message>
        <source>List and change the rules for words that are always misheard</source>
        <translation>Die Regeln für Wörter, die immer falsch gehört werden, nennen und ändern</translation>
    </message>
    <message>
        <source>“list” prints each rule: its identity, where it holds, what is heard and what is meant. “add HEARD MEANT” makes one and prints its identity, “remove RULE” takes one away; what was corrected by it stays. “hits EPISODE” prints where words of the rules stand that nobody has corrected: first and last word, counted from 0, the words, and what they should read. Everything is separated by tabs. Words are compared by their letters, whatever their case.</source>
        <translation>„list“ gibt jede Regel aus: ihre Kennung, wo sie gilt, was gehört wird und was gemeint ist. „add HEARD MEANT“ macht eine und gibt ihre Kennung aus, „remove RULE“ nimmt eine weg; was sie berichtigt hat, bleibt. „hits EPISODE“ gibt aus, wo Wörter der Regeln stehen, die niemand berichtigt hat: das erste und das letzte Wort, von 0 an gezählt, die Wörter und wie sie lauten sollen. Alles ist durch Tabulatoren getrennt. Wörter werden nach ihren Buchstaben verglichen, groß oder klein.</translation>
    </message>
    <message>
        <source>This takes the place of the rule “%1” → “%2”.</source>
        <translation>Das tritt an die Stelle der Regel „%1“ → „%2“.</translation>
    </message>
    <message>
        <source>Say “list”, “add HEARD MEANT”, “remove RULE” or “hits EPISODE”.</source>
        <translation>Sagen Sie „list“, „add HEARD MEANT“, „remove RULE“ oder „hits EPISODE“.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::Invocation</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>„%1“ ist ein Argument zu viel.</translation>
    </message>
    <message>
        <source>use this library instead of %1</source>
        <translation>diese Bibliothek statt %1 verwenden</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>the episode&apos;s title; by default from the tags or the file&apos;s name</source>
        <translation>Titel der Folge; sonst aus den Angaben in der Tondatei oder aus ihrem Namen</translation>
    </message>
    <message>
        <source>leave the times estimated</source>
        <translation>es bei geschätzten Zeiten belassen</translation>
    </message>
    <message>
        <source>Put an episode into the library and print its number</source>
        <translation>Eine Folge in die Bibliothek aufnehmen und ihre Nummer ausgeben</translation>
    </message>
    <message>
        <source>where the times go: .vtt, .srt, .json or .tsv</source>
        <translation>wohin die Zeiten geschrieben werden: .vtt, .srt, .json oder .tsv</translation>
    </message>
    <message>
        <source>Write down when each word is spoken; no library needed</source>
        <translation>Aufschreiben, wann jedes Wort gesprochen wird; ohne Bibliothek</translation>
    </message>
    <message>
        <source>the language that is spoken, such as en-gb or de</source>
        <translation>die gesprochene Sprache, etwa en-gb oder de</translation>
    </message>
    <message>
        <source>List the library&apos;s episodes</source>
        <translation>Die Folgen der Bibliothek auflisten</translation>
    </message>
    <message>
        <source>Number, title, show, date, length and highlights; separated by tabs unless shown in a terminal.</source>
        <translation>Nummer, Titel, Sendung, Datum, Länge und Markierungen; durch Tabulatoren getrennt, außer bei der Anzeige in einem Terminal.</translation>
    </message>
    <message>
        <source>Print a transcript as readable text</source>
        <translation>Ein Transkript als lesbaren Text ausgeben</translation>
    </message>
    <message>
        <source>Check that the library is sound</source>
        <translation>Prüfen, ob die Bibliothek unversehrt ist</translation>
    </message>
    <message>
        <source>where notes, picture and a library of its own go</source>
        <translation>wohin Notizen, Bild und eine eigene Bibliothek geschrieben werden</translation>
    </message>
    <message>
        <source>Try everything on the sample episode</source>
        <translation>Alles an der Beispielfolge ausprobieren</translation>
    </message>
    <message>
        <source>Imports and aligns it, adds a highlight and a note, writes the notes and a picture of the window.</source>
        <translation>Nimmt sie auf, ordnet ihre Wörter dem Ton zu, fügt eine Markierung und eine Notiz hinzu und schreibt die Notizen und ein Bild des Fensters.</translation>
    </message>
    <message>
        <source>Explain a command</source>
        <translation>Einen Befehl erklären</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>Die Version ausgeben</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>Eine Option „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The option “--%1” takes no value.</source>
        <translation>Die Option „--%1“ hat keinen Wert.</translation>
    </message>
    <message>
        <source>The option “--%1” needs a value.</source>
        <translation>Die Option „--%1“ braucht einen Wert.</translation>
    </message>
    <message>
        <source>Earmark turns a podcast&apos;s raw transcript into text to read, follow by ear, mark and take away.</source>
        <translation>Earmark macht aus dem rohen Transkript eines Podcasts einen Text zum Lesen, Mithören, Markieren und Mitnehmen.</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>das Fenster öffnen</translation>
    </message>
    <message>
        <source>open an episode&apos;s files in the window</source>
        <translation>die Dateien einer Folge im Fenster öffnen</translation>
    </message>
    <message>
        <source>open the window on the sample episode</source>
        <translation>das Fenster mit der Beispielfolge öffnen</translation>
    </message>
    <message>
        <source>do one thing in the terminal, as listed below</source>
        <translation>eine Sache im Terminal erledigen, siehe unten</translation>
    </message>
    <message>
        <source>“earmark help COMMAND” tells more about a command.</source>
        <translation>„earmark help BEFEHL“ sagt mehr über einen Befehl.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>write this format, whatever the ending of OUT</source>
        <translation>dieses Format schreiben, wie auch immer OUT endet</translation>
    </message>
    <message>
        <source>read IN as this format, whatever it looks like</source>
        <translation>IN als dieses Format lesen, wonach es auch aussieht</translation>
    </message>
    <message>
        <source>read IN in this encoding, such as windows-1252</source>
        <translation>IN in dieser Kodierung lesen, etwa windows-1252</translation>
    </message>
    <message>
        <source>keep the text of WebVTT cues as it stands in the file</source>
        <translation>den Text von WebVTT-Einträgen lassen, wie er in der Datei steht</translation>
    </message>
    <message>
        <source>Convert a transcript from one format into another</source>
        <translation>Ein Transkript von einem Format in ein anderes umwandeln</translation>
    </message>
    <message>
        <source>Without OUT, or with -, the result is printed. Formats to write: %1. Formats to read: %2.</source>
        <translation>Ohne OUT oder mit - wird das Ergebnis ausgegeben. Formate zum Schreiben: %1. Formate zum Lesen: %2.</translation>
    </message>
    <message>
        <source>Words are matched to the sound before the command returns, unless each has a time of its own in the transcript. A transcript alone is imported without audio. The same files again, also when the audio has moved, are the same episode: it is found, and matched if it was not.</source>
        <translation>Der Befehl endet erst, wenn die Wörter dem Ton zugeordnet sind, es sei denn, im Transkript hat jedes seine eigene Zeit. Ein Transkript allein wird ohne Ton aufgenommen. Dieselben Dateien noch einmal, auch wenn der Ton verschoben wurde, sind dieselbe Folge: Sie wird gefunden und zugeordnet, falls sie es noch nicht ist.</translation>
    </message>
    <message>
        <source>what is known: lines of a word&apos;s index and its time in seconds</source>
        <translation>was bekannt ist: Zeilen aus Index und Zeit eines Worts in Sekunden</translation>
    </message>
    <message>
        <source>print what was matched, what was not, and how long it took</source>
        <translation>ausgeben, was zugeordnet wurde, was nicht, und wie lange es dauerte</translation>
    </message>
    <message>
        <source>Tab-separated lines hold a word&apos;s index, start, end and confidence. The index counts the transcript&apos;s words from 0, cues included. Subtitles&apos; times say where their words are looked for; words with times of their own keep them.</source>
        <translation>Durch Tabulatoren getrennt stehen in jeder Zeile Index, Anfang, Ende und Verlässlichkeit eines Worts. Der Index zählt die Wörter des Transkripts ab 0, Klammerzusätze wie [Musik] eingeschlossen. Die Zeiten von Untertiteln sagen, wo ihre Wörter gesucht werden; Wörter mit eigenen Zeiten behalten sie.</translation>
    </message>
    <message>
        <source>when each word is spoken, as align writes it to a .tsv file</source>
        <translation>wann jedes Wort gesprochen wird, wie align es in eine .tsv-Datei schreibt</translation>
    </message>
    <message>
        <source>print a line for each word instead, for programs</source>
        <translation>stattdessen für Programme eine Zeile je Wort ausgeben</translation>
    </message>
    <message>
        <source>With --tokens, tab-separated lines hold a word&apos;s index from 0, the mark after it (N , . ?), its letters (l lower, C Capitalised, U UPPER), and 1 where a paragraph and where a turn starts.</source>
        <translation>Mit --tokens stehen durch Tabulatoren getrennt in jeder Zeile der Index eines Worts ab 0, das Zeichen danach (N , . ?), seine Buchstaben (l klein, C großer Anfang, U GROSS) und 1, wo ein Absatz und wo ein Redebeitrag beginnt.</translation>
    </message>
    <message>
        <source>Give an episode another transcript</source>
        <translation>Gibt einer Folge ein anderes Transkript</translation>
    </message>
    <message>
        <source>Highlights are found again where text and time agree; the others wait in the window to be placed by hand. The old transcript stays in the library. Prints how many highlights were found and how many were not.</source>
        <translation>Markierungen werden wiedergefunden, wo Text und Zeit übereinstimmen; die übrigen warten im Fenster darauf, von Hand gesetzt zu werden. Das alte Transkript bleibt in der Bibliothek. Gibt aus, wie viele Markierungen gefunden wurden und wie viele nicht.</translation>
    </message>
    <message>
        <source>a part of the audio that is not in the text, such as 12:03-13:10; may be given several times</source>
        <translation>ein Teil des Tons, der nicht im Text steht, etwa 12:03-13:10; mehrmals möglich</translation>
    </message>
    <message>
        <source>The number of an episode prints it as the library has it, with what was corrected and with headings.</source>
        <translation>Die Nummer einer Folge gibt sie so aus, wie die Bibliothek sie hat, mit allem Berichtigten und mit Überschriften.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::Main</name>
    <message>
        <source>This build of Earmark has no window. “earmark --help” lists the commands.</source>
        <translation>Dieses Earmark wurde ohne Fenster gebaut. „earmark --help“ listet die Befehle auf.</translation>
    </message>
    <message>
        <source>Part of the program is missing: the window, and everything with sound. Install Earmark again; your library is untouched.</source>
        <translation>Ein Teil des Programms fehlt: das Fenster und alles, was mit Ton zu tun hat. Installieren Sie Earmark noch einmal; Ihre Bibliothek ist davon nicht berührt.</translation>
    </message>
    <message>
        <source>“%1” is not valid UTF-8. Give the file a name that is, and try again.</source>
        <translation>„%1“ ist kein gültiges UTF-8. Geben Sie der Datei einen Namen, der es ist, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::MediaCommands</name>
    <message>
        <source>Matching words to the sound: %1 %</source>
        <translation>Wörter werden dem Ton zugeordnet: %1 %</translation>
    </message>
    <message>
        <source>--output is missing: say where the times go.</source>
        <translation>--output fehlt: Geben Sie an, wohin die Zeiten geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” does not end in .vtt, .srt, .json or .tsv, so its format is unknown.</source>
        <translation>„%1“ endet nicht auf .vtt, .srt, .json oder .tsv, deshalb ist das Format unbekannt.</translation>
    </message>
    <message>
        <source>Ask what became of the *other* two thirds.</source>
        <translation>Nachfragen, was aus den *anderen* zwei Dritteln geworden ist.</translation>
    </message>
    <message>
        <source>Episode: %1</source>
        <translation>Folge: %1</translation>
    </message>
    <message>
        <source>Library: %1</source>
        <translation>Bibliothek: %1</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>Notizen: %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Episode %1 was in the library already; its audio is now “%2”.</source>
        <translation>Folge %1 war schon in der Bibliothek; ihr Ton ist jetzt „%2“.</translation>
    </message>
    <message>
        <source>Stopped as you asked. Nothing was added to the library.</source>
        <translation>Wie gewünscht angehalten. Der Bibliothek wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>Episode %1 is in the library; the times of its words are estimated. Repeat the command to match them to the sound.</source>
        <translation>Folge %1 ist in der Bibliothek; die Zeiten ihrer Wörter sind geschätzt. Wiederholen Sie den Befehl, um sie dem Ton zuzuordnen.</translation>
    </message>
    <message>
        <source>Episode %1 is called “%2” from now on; it was “%3”.</source>
        <translation>Folge %1 heißt ab jetzt „%2“; bisher hieß sie „%3“.</translation>
    </message>
    <message>
        <source>“%1” is not a part of the audio. --skip takes two times, such as 12:03-13:10.</source>
        <translation>„%1“ ist kein Teil des Tons. --skip erwartet zwei Zeiten, etwa 12:03-13:10.</translation>
    </message>
    <message>
        <source>“%1” begins after the end of the audio.</source>
        <translation>„%1“ beginnt nach dem Ende des Tons.</translation>
    </message>
    <message>
        <source>The anchor of word %1 lies in “%2”, where no word is said to be.</source>
        <translation>Der Anker des Wortes %1 liegt in „%2“, wo kein Wort sein soll.</translation>
    </message>
    <message numerus="yes">
        <source>The glossary’s rules know %n place(s) of it; “earmark glossary hits %1” prints them.</source>
        <translation>
            <numerusform>Die Regeln des Glossars kennen %n Stelle darin; „earmark glossary hits %1“ gibt sie aus.</numerusform>
            <numerusform>Die Regeln des Glossars kennen %n Stellen darin; „earmark glossary hits %1“ gibt sie aus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::cli::Output</name>
    <message>
        <source>“earmark --help” lists the commands.</source>
        <translation>„earmark --help“ listet die Befehle auf.</translation>
    </message>
    <message>
        <source>“earmark help %1” explains the command and its options.</source>
        <translation>„earmark help %1“ erklärt den Befehl und seine Optionen.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in “%1” could not be used and were left out; the first is in line %2.</source>
        <translation>
            <numerusform>Eine Stelle in „%1“ war nicht zu verwenden und wurde ausgelassen; sie steht in Zeile %2.</numerusform>
            <numerusform>%n Stellen in „%1“ waren nicht zu verwenden und wurden ausgelassen; die erste steht in Zeile %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The disk is full, so the result could not be written to standard output. The library is as the command left it; make room and ask again.</source>
        <translation>Der Datenträger ist voll, deshalb konnte das Ergebnis nicht auf die Standardausgabe geschrieben werden. Die Bibliothek ist so, wie der Befehl sie hinterlassen hat; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The result could not be written to standard output. The library is as the command left it; ask again with an output that is open.</source>
        <translation>Das Ergebnis konnte nicht auf die Standardausgabe geschrieben werden. Die Bibliothek ist so, wie der Befehl sie hinterlassen hat; versuchen Sie es noch einmal mit einer offenen Ausgabe.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::ReplaceCommand</name>
    <message>
        <source>The words are not matched to the sound yet; open the episode in the window to do so.</source>
        <translation>Die Wörter sind dem Ton noch nicht zugeordnet; öffnen Sie die Folge dazu im Fenster.</translation>
    </message>
</context>
<context>
    <name>earmark::cli::TextCommands</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Sendung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>The library “%1” is sound.</source>
        <translation>Die Bibliothek „%1“ ist unversehrt.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>An episode of the library has its own times.</source>
        <translation>Eine Folge der Bibliothek hat ihre eigenen Zeiten.</translation>
    </message>
</context>
<context>
    <name>earmark::exports::HtmlPage</name>
    <message>
        <source>Episode without a title</source>
        <translation>Folge ohne Titel</translation>
    </message>
    <message>
        <source>No highlights yet.</source>
        <translation>Noch keine Markierungen.</translation>
    </message>
</context>
<context>
    <name>earmark::library::ErrorText</name>
    <message>
        <source>The voices of espeak-ng were not found, so words cannot be matched to the sound. Install the package espeak-ng-data; until then times are estimated.</source>
        <translation>Die Stimmen von espeak-ng wurden nicht gefunden, deshalb lassen sich die Wörter dem Ton nicht zuordnen. Installieren Sie das Paket espeak-ng-data; bis dahin werden die Zeiten geschätzt.</translation>
    </message>
    <message>
        <source>The sound device stopped working. Your place was kept; press play to try again.</source>
        <translation>Das Wiedergabegerät hat versagt. Ihre Stelle ist gemerkt; starten Sie die Wiedergabe, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>This highlight is not in the library any more. Nothing else was changed.</source>
        <translation>Diese Markierung ist nicht mehr in der Bibliothek. Sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This highlight was changed in another window meanwhile. What stands there was kept.</source>
        <translation>Diese Markierung wurde inzwischen in einem anderen Fenster geändert. Was dort steht, wurde behalten.</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check its name, or choose where it is now.</source>
        <translation>Eine Datei „%1“ gibt es nicht. Prüfen Sie den Namen, oder wählen Sie aus, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check that it is a file and that you are allowed to read it.</source>
        <translation>„%1“ lässt sich nicht lesen. Prüfen Sie, ob es eine Datei ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“%1” is empty. Fetch or save the file again.</source>
        <translation>„%1“ ist leer. Laden oder speichern Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is too large for a transcript. Check that it is the file that you meant.</source>
        <translation>„%1“ ist zu groß für ein Transkript. Prüfen Sie, ob es die gemeinte Datei ist.</translation>
    </message>
    <message>
        <source>“%1” contains no words. Choose a transcript with text in it.</source>
        <translation>„%1“ enthält keine Wörter. Wählen Sie ein Transkript, in dem Text steht.</translation>
    </message>
    <message>
        <source>The ending of “%1” does not tell a format. Use .vtt, .srt, .json or .tsv.</source>
        <translation>Die Endung von „%1“ verrät kein Format. Verwenden Sie .vtt, .srt, .json oder .tsv.</translation>
    </message>
    <message>
        <source>“%1” is not an audio file, or it is damaged at its beginning. Choose an MP3, M4A, Ogg, Opus, FLAC or WAV file.</source>
        <translation>„%1“ ist keine Tondatei oder am Anfang beschädigt. Wählen Sie eine Datei in MP3, M4A, Ogg, Opus, FLAC oder WAV.</translation>
    </message>
    <message>
        <source>“%1” contains no sound. Choose the file with the episode&apos;s audio.</source>
        <translation>„%1“ enthält keinen Ton. Wählen Sie die Datei mit dem Ton der Folge.</translation>
    </message>
    <message>
        <source>The audio of “%1” is damaged and cannot be read to its end. What comes before stays usable; fetch the file again to hear the rest.</source>
        <translation>Der Ton von „%1“ ist beschädigt und nicht bis zum Ende lesbar. Was davor kommt, bleibt benutzbar; laden Sie die Datei noch einmal, um den Rest zu hören.</translation>
    </message>
    <message>
        <source>There is no voice for the language “%1”. Use a code such as en, en-gb, de or fr.</source>
        <translation>Für die Sprache „%1“ gibt es keine Stimme. Verwenden Sie ein Kürzel wie en, en-gb, de oder fr.</translation>
    </message>
    <message>
        <source>The words of “%1” are not those that are spoken. Check that audio and transcript are of the same episode; the times stay as they were.</source>
        <translation>Die Wörter von „%1“ sind nicht die gesprochenen. Prüfen Sie, ob Ton und Transkript zur selben Folge gehören; die Zeiten bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>The library “%1” cannot be opened. Check that it exists and that you are allowed to read it.</source>
        <translation>Die Bibliothek „%1“ lässt sich nicht öffnen. Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The library “%1” is read-only. Nothing in it was changed; allow writing to the file and its folder, or use another library.</source>
        <translation>Die Bibliothek „%1“ ist schreibgeschützt. In ihr wurde nichts geändert; erlauben Sie das Schreiben in die Datei und ihren Ordner, oder verwenden Sie eine andere Bibliothek.</translation>
    </message>
    <message>
        <source>The library “%1” was made by a later version of Earmark. It was not touched; update Earmark to open it.</source>
        <translation>Die Bibliothek „%1“ stammt von einer neueren Version von Earmark. Sie wurde nicht angerührt; aktualisieren Sie Earmark, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The library “%1” is damaged. Nothing more was written to it; copy the file to a safe place and restore it from a backup.</source>
        <translation>Die Bibliothek „%1“ ist beschädigt. Es wurde nichts mehr in sie geschrieben; bringen Sie eine Kopie der Datei in Sicherheit und stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Another program is writing to the library “%1”. Nothing was changed; wait a moment and try again.</source>
        <translation>Ein anderes Programm schreibt gerade in die Bibliothek „%1“. Es wurde nichts geändert; warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is not an Earmark library. It was not touched; choose another file.</source>
        <translation>„%1“ ist keine Bibliothek von Earmark. Die Datei wurde nicht angerührt; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The disk is full, so “%1” could not be written. What it contained before is unchanged; make room and try again.</source>
        <translation>Der Datenträger ist voll, deshalb ließ sich „%1“ nicht schreiben. Der bisherige Inhalt ist unverändert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” could not be written. What was there before is unchanged; check the folder and that you are allowed to write to it.</source>
        <translation>„%1“ ließ sich nicht schreiben. Was dort stand, ist unverändert; prüfen Sie den Ordner und ob Sie darin schreiben dürfen.</translation>
    </message>
    <message>
        <source>The library has no episode %1. Look for its number in the list of episodes.</source>
        <translation>In der Bibliothek gibt es keine Folge %1. Ihre Nummer steht in der Liste der Folgen.</translation>
    </message>
    <message>
        <source>“%1” cannot be used here. Nothing was changed.</source>
        <translation>„%1“ lässt sich hier nicht verwenden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“%1” was stopped as you asked. What was there before is unchanged.</source>
        <translation>„%1“ wurde auf Ihren Wunsch abgebrochen. Was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>Something went wrong inside Earmark with “%1”. What was saved is safe; please report this.</source>
        <translation>In Earmark ist bei „%1“ etwas schiefgegangen. Was gespeichert war, ist sicher; bitte melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>The file is not there any more. Choose where it is now.</source>
        <translation>Die Datei ist nicht mehr da. Wählen Sie aus, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that you are allowed to read it.</source>
        <translation>Die Datei lässt sich nicht lesen. Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file is empty. Fetch or save it again.</source>
        <translation>Die Datei ist leer. Laden oder speichern Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This is not an audio file. Choose an MP3, M4A, Ogg, Opus, FLAC or WAV file.</source>
        <translation>Das ist keine Tondatei. Wählen Sie eine Datei in MP3, M4A, Ogg, Opus, FLAC oder WAV.</translation>
    </message>
    <message>
        <source>The library cannot be opened. Check that you are allowed to read it.</source>
        <translation>Die Bibliothek lässt sich nicht öffnen. Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The transcript contains no words. Choose a transcript with text in it.</source>
        <translation>Das Transkript enthält keine Wörter. Wählen Sie eines, in dem Text steht.</translation>
    </message>
    <message>
        <source>This episode has no sound. Choose a file with the episode&apos;s audio.</source>
        <translation>Diese Folge hat keinen Ton. Wählen Sie eine Datei mit dem Ton der Folge.</translation>
    </message>
    <message>
        <source>The audio is damaged and cannot be read to its end. What comes before stays usable.</source>
        <translation>Der Ton ist beschädigt und nicht bis zum Ende lesbar. Was davor kommt, bleibt benutzbar.</translation>
    </message>
    <message>
        <source>The words of the transcript are not those that are spoken. Check that audio and transcript are of the same episode; the times stay as they were.</source>
        <translation>Die Wörter des Transkripts sind nicht die gesprochenen. Prüfen Sie, ob Ton und Transkript zur selben Folge gehören; die Zeiten bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>The library is read-only. Nothing in it was changed; allow writing to the file and its folder.</source>
        <translation>Die Bibliothek ist schreibgeschützt. In ihr wurde nichts geändert; erlauben Sie das Schreiben in die Datei und ihren Ordner.</translation>
    </message>
    <message>
        <source>The library is damaged. Nothing more was written to it; restore it from a backup.</source>
        <translation>Die Bibliothek ist beschädigt. Es wurde nichts mehr in sie geschrieben; stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Another program is writing to the library. Nothing was changed; wait a moment and try again.</source>
        <translation>Ein anderes Programm schreibt gerade in die Bibliothek. Es wurde nichts geändert; warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is unchanged; make room and try again.</source>
        <translation>Der Datenträger ist voll. Was schon gespeichert war, ist unverändert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Writing failed. What was saved before is unchanged; try again.</source>
        <translation>Das Schreiben ist fehlgeschlagen. Was schon gespeichert war, ist unverändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This episode is not in the library any more.</source>
        <translation>Diese Folge ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This episode is in the library already. Nothing was changed.</source>
        <translation>Diese Folge ist schon in der Bibliothek. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>These words are outside the transcript. Nothing was changed.</source>
        <translation>Diese Wörter liegen außerhalb des Transkripts. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This cannot be done here. Nothing was changed.</source>
        <translation>Das geht hier nicht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Stopped as you asked. What was there before is unchanged.</source>
        <translation>Auf Ihren Wunsch abgebrochen. Was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>There is no voice for this language. Use a code such as en, en-gb, de or fr.</source>
        <translation>Für diese Sprache gibt es keine Stimme. Verwenden Sie ein Kürzel wie en, en-gb, de oder fr.</translation>
    </message>
    <message>
        <source>Something went wrong inside Earmark. What was saved is safe; please report this.</source>
        <translation>In Earmark ist etwas schiefgegangen. Was gespeichert war, ist sicher; bitte melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>This is in the library already, as episode %1. Nothing was changed.</source>
        <translation>Das ist schon in der Bibliothek, als Folge %1. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no library “%1” yet, and it cannot be made there. Check that you are allowed to write to its folder, or use another one.</source>
        <translation>Eine Bibliothek „%1“ gibt es noch nicht, und dort kann keine angelegt werden. Prüfen Sie, ob Sie in ihrem Ordner schreiben dürfen, oder verwenden Sie eine andere.</translation>
    </message>
    <message>
        <source>The library&apos;s file was replaced by another one while Earmark had it open. All that it held is kept in “%1”; close Earmark and open it again to go on with the new file.</source>
        <translation>Die Datei der Bibliothek wurde durch eine andere ersetzt, während sie in Earmark geöffnet war. Alles, was in ihr stand, liegt in „%1“; schließen Sie Earmark und öffnen Sie es wieder, um mit der neuen Datei weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>The library cannot be made. Check that you are allowed to write to its folder.</source>
        <translation>Die Bibliothek kann nicht angelegt werden. Prüfen Sie, ob Sie in ihrem Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>The library&apos;s file was replaced by another one while Earmark had it open. Close Earmark and open it again to go on with the new file.</source>
        <translation>Die Datei der Bibliothek wurde durch eine andere ersetzt, während sie in Earmark geöffnet war. Schließen Sie Earmark und öffnen Sie es wieder, um mit der neuen Datei weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>“%1” is damaged or cut off, and nothing of it can be heard. Fetch the file again.</source>
        <translation>„%1“ ist beschädigt oder abgeschnitten, und nichts davon ist zu hören. Laden Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is needed by the episode itself, so it is not written over. Choose another name.</source>
        <translation>„%1“ braucht die Folge selbst, deshalb wird die Datei nicht überschrieben. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The audio is damaged or cut off, and nothing of it can be heard. Fetch the file again.</source>
        <translation>Der Ton ist beschädigt oder abgeschnitten, und nichts davon ist zu hören. Laden Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The episode needs this file itself, so it is not written over. Choose another name.</source>
        <translation>Die Folge braucht diese Datei selbst, deshalb wird sie nicht überschrieben. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” is not a transcript. Choose a text, captions, or what a transcription service gave you.</source>
        <translation>„%1“ ist kein Transkript. Wählen Sie einen Text, Untertitel oder was Ihnen ein Transkriptionsdienst gegeben hat.</translation>
    </message>
    <message>
        <source>There is no encoding “%1” here. Use a name such as UTF-8, windows-1252 or Shift_JIS.</source>
        <translation>Die Kodierung „%1“ gibt es hier nicht. Verwenden Sie einen Namen wie UTF-8, windows-1252 oder Shift_JIS.</translation>
    </message>
    <message>
        <source>“%1” says of no word when it is spoken, and captions need times. Match it to its audio with “earmark align”, or convert it to text.</source>
        <translation>„%1“ sagt von keinem Wort, wann es gesprochen wird, und Untertitel brauchen Zeiten. Gleichen Sie es mit „earmark align“ mit seinem Ton ab, oder wandeln Sie es in Text um.</translation>
    </message>
    <message>
        <source>This is not a transcript. Choose a text, captions, or what a transcription service gave you.</source>
        <translation>Das ist kein Transkript. Wählen Sie einen Text, Untertitel oder was Ihnen ein Transkriptionsdienst gegeben hat.</translation>
    </message>
    <message>
        <source>“%1” is no anchor. Each line holds a word&apos;s number, counted from 0, and its time in seconds; nothing was changed.</source>
        <translation>„%1“ ist kein Anker. In jeder Zeile stehen die Nummer eines Worts, ab 0 gezählt, und seine Zeit in Sekunden; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The anchor “%1” contradicts another one, or leaves no time for the words before it. A word has one time, and a later word a later one; nothing was changed.</source>
        <translation>Der Anker „%1“ widerspricht einem anderen oder lässt den Wörtern davor keine Zeit. Ein Wort hat eine Zeit, und ein späteres Wort eine spätere; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The anchor “%1” names a word that is not in the transcript, or a time that is not in the audio. Count the words from 0; nothing was changed.</source>
        <translation>Der Anker „%1“ nennt ein Wort, das nicht im Transkript steht, oder eine Zeit, die es im Ton nicht gibt. Zählen Sie die Wörter ab 0; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The model that sets commas and full stops is damaged. The text is shown without it; install Earmark again.</source>
        <translation>Das Modell, das Kommas und Punkte setzt, ist beschädigt. Der Text wird ohne es gezeigt; installieren Sie Earmark noch einmal.</translation>
    </message>
    <message>
        <source>The line “%1” has a word&apos;s number that is not above the one before it. Each word has one line, in the order of the text; nothing was printed.</source>
        <translation>Die Zeile „%1“ hat die Nummer eines Wortes, die nicht über der vorigen liegt. Jedes Wort hat eine Zeile, in der Reihenfolge des Textes; nichts wurde ausgegeben.</translation>
    </message>
    <message>
        <source>The line “%1” has the number of a word that is not in the transcript. Check that the times are of this transcript, and count the words from 0; nothing was printed.</source>
        <translation>Die Zeile „%1“ hat die Nummer eines Wortes, das nicht im Transkript steht. Prüfen Sie, ob die Zeiten zu diesem Transkript gehören, und zählen Sie die Wörter ab 0; nichts wurde ausgegeben.</translation>
    </message>
    <message>
        <source>“%1” has more than 100,000 characters without a space or a new line, which is too much to lay out. Begin a new line after each sentence, and open it again.</source>
        <translation>„%1“ hat mehr als 100.000 Zeichen ohne Leerzeichen oder neue Zeile; das ist zu viel, um es zu setzen. Beginnen Sie nach jedem Satz eine neue Zeile, und öffnen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The text has more than 100,000 characters without a space or a new line, which is too much to lay out. Begin a new line after each sentence, and paste it again.</source>
        <translation>Der Text hat mehr als 100.000 Zeichen ohne Leerzeichen oder neue Zeile; das ist zu viel, um ihn zu setzen. Beginnen Sie nach jedem Satz eine neue Zeile, und fügen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>“%1” does not hold times of this transcript. Each line needs a word&apos;s number, its start and its end in seconds, with tabs between; nothing was printed.</source>
        <translation>„%1“ enthält keine Zeiten dieses Transkripts. Jede Zeile braucht die Nummer eines Wortes, seinen Anfang und sein Ende in Sekunden, mit Tabulatoren dazwischen; nichts wurde ausgegeben.</translation>
    </message>
    <message>
        <source>There is no transcript in the clipboard. Mark the whole transcript where you read it, copy it, and paste again.</source>
        <translation>In der Zwischenablage ist kein Transkript. Markieren Sie das ganze Transkript dort, wo Sie es lesen, kopieren Sie es und fügen Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>No sound device was found, so nothing can be heard. Playing lights the words in silence; connect a device to hear them.</source>
        <translation>Es wurde kein Wiedergabegerät gefunden, deshalb ist nichts zu hören. Beim Abspielen leuchten die Wörter lautlos auf; schließen Sie ein Gerät an, um sie zu hören.</translation>
    </message>
    <message>
        <source>“%1” is the transcript that the episode has already. Nothing was changed.</source>
        <translation>„%1“ ist das Transkript, das die Folge schon hat. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The episode has this transcript already. Nothing was changed.</source>
        <translation>Die Folge hat dieses Transkript schon. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“%1” is not a keymap of Earmark. Choose a file that Earmark exported; your keys stay as they are.</source>
        <translation>„%1“ ist keine Tastenbelegung von Earmark. Wählen Sie eine Datei, die Earmark ausgegeben hat; Ihre Tasten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>There is no speech in “%1”. Choose the file with the episode&apos;s audio; the times stay as they were.</source>
        <translation>In „%1“ wird nicht gesprochen. Wählen Sie die Datei mit dem Ton der Folge; die Zeiten bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>There is no speech in the audio. Choose a file with the episode&apos;s audio; the times stay as they were.</source>
        <translation>Im Ton wird nicht gesprochen. Wählen Sie eine Datei mit dem Ton der Folge; die Zeiten bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>“%1” is there already and is no Markdown. It was not touched; choose another name.</source>
        <translation>„%1“ gibt es schon und ist kein Markdown. Die Datei wurde nicht angerührt; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“%1” holds no annotations. Choose a file of Web Annotations (JSON), or Markdown that Earmark wrote.</source>
        <translation>„%1“ enthält keine Anmerkungen. Eine Datei mit Web Annotations (JSON) wählen oder Markdown von Earmark.</translation>
    </message>
    <message>
        <source>The template has a tag that does not end: %1. Add the closing braces; nothing was written.</source>
        <translation>Die Vorlage hat eine Marke, die nicht endet: %1. Die schließenden Klammern ergänzen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The template has a section that does not end: %1. End it with the same name; nothing was written.</source>
        <translation>Die Vorlage hat einen Abschnitt, der nicht endet: %1. Ihn mit demselben Namen beenden; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The template ends a section that was not begun: %1. Nothing was written.</source>
        <translation>Die Vorlage beendet einen Abschnitt, der nicht begonnen wurde: %1. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The template uses what templates cannot do here: %1. Nothing was written.</source>
        <translation>Die Vorlage nutzt, was Vorlagen hier nicht können: %1. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The template names what there is not: %1. “man earmark” lists the names; nothing was written.</source>
        <translation>Die Vorlage nennt, was es nicht gibt: %1. „man earmark“ führt die Namen auf; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The regions of the template “%1” do not fit: each “open” needs a “close”, and “note” stands outside of them. Nothing was written.</source>
        <translation>Die Bereiche der Vorlage „%1“ passen nicht: Jedes „open“ braucht ein „close“, und „note“ steht außerhalb davon. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The transcript of “%1” was replaced meanwhile. What was done in the old text was not written; open the episode again to go on in the new one.</source>
        <translation>Das Transkript von „%1“ wurde inzwischen ersetzt. Was im alten Text getan wurde, wurde nicht geschrieben; öffnen Sie die Folge noch einmal, um im neuen weiterzumachen.</translation>
    </message>
    <message>
        <source>The times of this episode were changed meanwhile. They stay as they are now.</source>
        <translation>Die Zeiten dieser Folge wurden inzwischen geändert. Sie bleiben, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>%1 is outside the episode. Nothing was changed; its words are counted from 0, its times from its beginning.</source>
        <translation>%1 liegt außerhalb der Folge. Es wurde nichts geändert; ihre Wörter zählen ab 0, ihre Zeiten ab ihrem Anfang.</translation>
    </message>
    <message>
        <source>This place of the text was changed in another window meanwhile. What stands there was kept.</source>
        <translation>Diese Stelle des Textes wurde inzwischen in einem anderen Fenster geändert. Was dort steht, wurde behalten.</translation>
    </message>
    <message>
        <source>There is no template “%1”. Use plain, obsidian, snipd, readwise, podnotes or text, or the name of a file.</source>
        <translation>Es gibt keine Vorlage „%1“. Möglich sind plain, obsidian, snipd, readwise, podnotes, text oder der Name einer Datei.</translation>
    </message>
</context>
<context>
    <name>earmark::library::RemarkText</name>
    <message>
        <source>“%1” breaks off long before its text does. The times of words after %2 are estimated; fetch the file again to hear the rest.</source>
        <translation>„%1“ bricht lange vor seinem Text ab. Die Zeiten der Wörter nach %2 sind geschätzt; laden Sie die Datei noch einmal, um den Rest zu hören.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged in %n place(s). Silence stands there, and times near by may be off.</source>
        <translation>
            <numerusform>„%1“ ist an %n Stelle beschädigt. Dort ist es still, und die Zeiten in der Nähe können falsch sein.</numerusform>
            <numerusform>„%1“ ist an %n Stellen beschädigt. Dort ist es still, und die Zeiten in der Nähe können falsch sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>The structure of the file is broken (SQLite: %1).</source>
        <translation>Der Aufbau der Datei ist beschädigt (SQLite: %1).</translation>
    </message>
    <message>
        <source>Something in the table “%1” belongs to no episode.</source>
        <translation>Etwas in der Tabelle „%1“ gehört zu keiner Folge.</translation>
    </message>
    <message>
        <source>Part of episode %1 cannot be read.</source>
        <translation>Ein Teil von Folge %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Episode %1 has not as many times as words.</source>
        <translation>Folge %1 hat nicht so viele Zeiten wie Wörter.</translation>
    </message>
    <message>
        <source>A highlight of episode %1 is outside its transcript.</source>
        <translation>Eine Markierung von Folge %1 liegt außerhalb ihres Transkripts.</translation>
    </message>
    <message>
        <source>This is not a time; what stands here was read without one.</source>
        <translation>Das ist keine Zeit; was hier steht, wurde ohne Zeit gelesen.</translation>
    </message>
    <message>
        <source>This ends before it starts.</source>
        <translation>Das endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>This starts before the one before it ends.</source>
        <translation>Das beginnt, bevor das davor endet.</translation>
    </message>
    <message>
        <source>There is no text here; it was left out.</source>
        <translation>Hier steht kein Text; das wurde ausgelassen.</translation>
    </message>
    <message>
        <source>This is no part of a transcript; it was left out.</source>
        <translation>Das gehört zu keinem Transkript; es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The file is broken here. What stands before was read.</source>
        <translation>Die Datei ist hier beschädigt. Was davor steht, wurde gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that Earmark had written were changed in “%1”. The changes stay, and what is new stands beside them.</source>
        <translation>
            <numerusform>Eine Stelle, die Earmark geschrieben hatte, wurde in „%1“ geändert. Die Änderung bleibt, und das Neue steht daneben.</numerusform>
            <numerusform>%n Stellen, die Earmark geschrieben hatte, wurden in „%1“ geändert. Die Änderungen bleiben, und das Neue steht daneben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) of Earmark&apos;s in “%1” are damaged. What stands there was kept.</source>
        <translation>
            <numerusform>Ein Kommentar von Earmark in „%1“ ist beschädigt. Was dort steht, wurde behalten.</numerusform>
            <numerusform>%n Kommentare von Earmark in „%1“ sind beschädigt. Was dort steht, wurde behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was there already, and not from Earmark. It was kept, and the highlights were added at its end.</source>
        <translation>„%1“ gab es schon, und nicht von Earmark. Der Inhalt wurde behalten, die Markierungen stehen an seinem Ende.</translation>
    </message>
    <message>
        <source>“%1” has properties of its own at its start. They were left as they are.</source>
        <translation>„%1“ hat am Anfang eigene Eigenschaften. Sie blieben, wie sie sind.</translation>
    </message>
    <message>
        <source>“%1” was left out: it quotes no words to look for.</source>
        <translation>„%1“ wurde ausgelassen: Es zitiert keine Wörter, nach denen sich suchen ließe.</translation>
    </message>
    <message>
        <source>“%1” was left out: it does not say when its words are heard.</source>
        <translation>„%1“ wurde ausgelassen: Es fehlt, wann die Wörter zu hören sind.</translation>
    </message>
    <message>
        <source>“%1” was left out: no episode has these words.</source>
        <translation>„%1“ wurde ausgelassen: Keine Folge hat diese Wörter.</translation>
    </message>
    <message>
        <source>“%1” was left out: its words are heard at another time than it says.</source>
        <translation>„%1“ wurde ausgelassen: Die Wörter sind zu einer anderen Zeit zu hören als angegeben.</translation>
    </message>
    <message>
        <source>“%1” was left out: more than one place fits.</source>
        <translation>„%1“ wurde ausgelassen: Mehr als eine Stelle passt.</translation>
    </message>
    <message>
        <source>“%1” was left out: its highlight is not in this library.</source>
        <translation>„%1“ wurde ausgelassen: Die Markierung dazu ist nicht in dieser Bibliothek.</translation>
    </message>
    <message>
        <source>“%1” was left out: it was changed in the library as well, since the file was written. Export again to see both.</source>
        <translation>„%1“ wurde ausgelassen: Seit die Datei geschrieben wurde, wurde es auch in der Bibliothek geändert. Noch einmal exportieren, um beides zu sehen.</translation>
    </message>
    <message>
        <source>A correction, turn or heading of episode %1 is outside its transcript.</source>
        <translation>Eine Berichtigung, ein Sprecherwechsel oder eine Überschrift der Folge %1 liegt außerhalb ihres Transkripts.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Actions</name>
    <message>
        <source>&amp;Open an episode and its transcript…</source>
        <translation>Folge und Transkript &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Remove the episode from the library…</source>
        <translation>Folge aus der Bibliothek ent&amp;fernen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Highlight with mark &amp;1</source>
        <translation>Mit Markierungsart &amp;1 markieren</translation>
    </message>
    <message>
        <source>Highlight with mark &amp;2</source>
        <translation>Mit Markierungsart &amp;2 markieren</translation>
    </message>
    <message>
        <source>Highlight with mark &amp;3</source>
        <translation>Mit Markierungsart &amp;3 markieren</translation>
    </message>
    <message>
        <source>Highlight with mark &amp;4</source>
        <translation>Mit Markierungsart &amp;4 markieren</translation>
    </message>
    <message>
        <source>Highlight with mark &amp;5</source>
        <translation>Mit Markierungsart &amp;5 markieren</translation>
    </message>
    <message>
        <source>&amp;Copy as a quote</source>
        <translation>Als &amp;Zitat kopieren</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Text &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>Normale &amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Next sentence</source>
        <translation>&amp;Nächster Satz</translation>
    </message>
    <message>
        <source>&amp;Previous sentence</source>
        <translation>&amp;Voriger Satz</translation>
    </message>
    <message>
        <source>Ne&amp;xt paragraph</source>
        <translation>Nächster &amp;Absatz</translation>
    </message>
    <message>
        <source>Pre&amp;vious paragraph</source>
        <translation>V&amp;origer Absatz</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>An&amp;fang</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Play from &amp;here</source>
        <translation>Ab &amp;hier abspielen</translation>
    </message>
    <message>
        <source>&amp;Back 5 seconds</source>
        <translation>5 Sekunden &amp;zurück</translation>
    </message>
    <message>
        <source>&amp;Forward 5 seconds</source>
        <translation>5 Sekunden &amp;vor</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>&amp;Normales Tempo</translation>
    </message>
    <message>
        <source>F&amp;ollow the sound</source>
        <translation>Dem Ton &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Match the words to the sound</source>
        <translation>Wörter dem T&amp;on zuordnen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Earmark</source>
        <translation>Ü&amp;ber Earmark</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Choose the &amp;audio…</source>
        <translation>Ton au&amp;swählen…</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>&amp;Find in the text…</source>
        <translation>Im Text &amp;finden…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Rückw&amp;ärts suchen</translation>
    </message>
    <message>
        <source>&amp;Paste a transcript</source>
        <translation>Transkript &amp;einfügen</translation>
    </message>
    <message>
        <source>Sour&amp;ce</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>Back to the s&amp;entence’s start</source>
        <translation>Zurück zum Satz&amp;anfang</translation>
    </message>
    <message>
        <source>Forward to the ne&amp;xt sentence</source>
        <translation>Vor zum n&amp;ächsten Satz</translation>
    </message>
    <message>
        <source>Forward to the next pa&amp;ragraph</source>
        <translation>Vor zum nä&amp;chsten Absatz</translation>
    </message>
    <message>
        <source>Return to &amp;where it was</source>
        <translation>Zur v&amp;origen Stelle zurück</translation>
    </message>
    <message>
        <source>Repeat the sentence or the sele&amp;ction</source>
        <translation>Satz oder Auswahl wie&amp;derholen</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>L&amp;eiser</translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>La&amp;uter</translation>
    </message>
    <message>
        <source>Back to the para&amp;graph’s start</source>
        <translation>Zurück zum A&amp;bsatzanfang</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>Befehl &amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;Change the keys…</source>
        <translation>Tasten &amp;ändern …</translation>
    </message>
    <message>
        <source>&amp;Select word by word</source>
        <translation>Wort für Wort &amp;auswählen</translation>
    </message>
    <message>
        <source>Next &amp;word</source>
        <translation>Nächstes &amp;Wort</translation>
    </message>
    <message>
        <source>Previous w&amp;ord</source>
        <translation>Voriges W&amp;ort</translation>
    </message>
    <message>
        <source>Next &amp;turn</source>
        <translation>Nächster &amp;Redebeitrag</translation>
    </message>
    <message>
        <source>Previous t&amp;urn</source>
        <translation>Voriger Redebeitra&amp;g</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Move the highlight’s &amp;ends</source>
        <translation>Die &amp;Enden der Markierung verschieben</translation>
    </message>
    <message>
        <source>&amp;Names of the marks…</source>
        <translation>Na&amp;men der Markierungsarten…</translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Bookmark this moment</source>
        <translation>&amp;Lesezeichen an dieser Stelle</translation>
    </message>
    <message>
        <source>Write a note on the e&amp;pisode</source>
        <translation>Notiz zur ganzen Fol&amp;ge schreiben</translation>
    </message>
    <message>
        <source>Put the t&amp;ime into the note</source>
        <translation>Die &amp;Zeit in die Notiz einfügen</translation>
    </message>
    <message>
        <source>Show the note as it rea&amp;ds</source>
        <translation>N&amp;otiz so zeigen, wie sie sich liest</translation>
    </message>
    <message>
        <source>Ne&amp;xt highlight</source>
        <translation>Nä&amp;chste Markierung</translation>
    </message>
    <message>
        <source>Pre&amp;vious highlight</source>
        <translation>&amp;Vorige Markierung</translation>
    </message>
    <message>
        <source>P&amp;lay the highlight alone</source>
        <translation>Nur die Markierung a&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Split before this word</source>
        <translation>Vor diesem Wort &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Merge with what overlaps or comes next</source>
        <translation>Mit Überlappendem oder der nächsten ve&amp;reinen</translation>
    </message>
    <message>
        <source>End one &amp;word later</source>
        <translation>Ein &amp;Wort später enden</translation>
    </message>
    <message>
        <source>End one word &amp;earlier</source>
        <translation>&amp;Ein Wort früher enden</translation>
    </message>
    <message>
        <source>End one &amp;sentence later</source>
        <translation>Einen &amp;Satz später enden</translation>
    </message>
    <message>
        <source>End one sentence ea&amp;rlier</source>
        <translation>Einen Satz &amp;früher enden</translation>
    </message>
    <message>
        <source>Begin one word earl&amp;ier</source>
        <translation>E&amp;in Wort früher beginnen</translation>
    </message>
    <message>
        <source>Begin one word &amp;later</source>
        <translation>Ein Wor&amp;t später beginnen</translation>
    </message>
    <message>
        <source>Begin one sen&amp;tence earlier</source>
        <translation>Einen S&amp;atz früher beginnen</translation>
    </message>
    <message>
        <source>Begin one se&amp;ntence later</source>
        <translation>Einen Satz s&amp;päter beginnen</translation>
    </message>
    <message>
        <source>Highlight the last 20 se&amp;conds</source>
        <translation>Die letzten 20 Sek&amp;unden markieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Replace the &amp;transcript…</source>
        <translation>&amp;Transkript ersetzen …</translation>
    </message>
    <message>
        <source>Put the hi&amp;ghlight that was not found here</source>
        <translation>Nicht gefundene Markierung hierher &amp;setzen</translation>
    </message>
    <message>
        <source>This word is hear&amp;d now</source>
        <translation>Dieses Wort ist &amp;jetzt zu hören</translation>
    </message>
    <message>
        <source>This stretch is not in the &amp;text</source>
        <translation>Dieser Abschnitt steht nicht im &amp;Text</translation>
    </message>
    <message>
        <source>Times set b&amp;y hand…</source>
        <translation>Von Han&amp;d gesetzte Zeiten …</translation>
    </message>
    <message>
        <source>After a pa&amp;use</source>
        <translation>Nach einer Pa&amp;use</translation>
    </message>
    <message>
        <source>Pre&amp;vious chapter</source>
        <translation>Vo&amp;riges Kapitel</translation>
    </message>
    <message>
        <source>Shorten s&amp;ilence</source>
        <translation>Stille &amp;kürzen</translation>
    </message>
    <message>
        <source>Sleep in &amp;15 minutes</source>
        <translation>In &amp;15 Minuten einschlafen</translation>
    </message>
    <message>
        <source>Sleep in &amp;30 minutes</source>
        <translation>In &amp;30 Minuten einschlafen</translation>
    </message>
    <message>
        <source>Sleep in &amp;45 minutes</source>
        <translation>In &amp;45 Minuten einschlafen</translation>
    </message>
    <message>
        <source>Sleep in &amp;60 minutes</source>
        <translation>In &amp;60 Minuten einschlafen</translation>
    </message>
    <message>
        <source>Sleep at the end of the &amp;chapter</source>
        <translation>Am Ende des &amp;Kapitels einschlafen</translation>
    </message>
    <message>
        <source>Sleep at the end of the &amp;episode</source>
        <translation>Am Ende der &amp;Folge einschlafen</translation>
    </message>
    <message>
        <source>&amp;Stay awake</source>
        <translation>&amp;Wach bleiben</translation>
    </message>
    <message>
        <source>Go on &amp;earlier after a pause</source>
        <translation>Nach einer Pause etwas &amp;früher weiterspielen</translation>
    </message>
    <message>
        <source>Go back &amp;1 second</source>
        <translation>&amp;1 Sekunde zurückgehen</translation>
    </message>
    <message>
        <source>Go back &amp;2 seconds</source>
        <translation>&amp;2 Sekunden zurückgehen</translation>
    </message>
    <message>
        <source>Go back &amp;5 seconds</source>
        <translation>&amp;5 Sekunden zurückgehen</translation>
    </message>
    <message>
        <source>Go back 1&amp;0 seconds</source>
        <translation>1&amp;0 Sekunden zurückgehen</translation>
    </message>
    <message>
        <source>&amp;Bring in annotations…</source>
        <translation>Anmerkungen &amp;holen …</translation>
    </message>
    <message>
        <source>Loo&amp;k of the text</source>
        <translation>&amp;Aussehen des Textes</translation>
    </message>
    <message>
        <source>&amp;Colours as the desktop</source>
        <translation>&amp;Farben der Arbeitsfläche</translation>
    </message>
    <message>
        <source>&amp;Light paper</source>
        <translation>&amp;Helles Papier</translation>
    </message>
    <message>
        <source>&amp;Dark paper</source>
        <translation>&amp;Dunkles Papier</translation>
    </message>
    <message>
        <source>&amp;Sepia paper</source>
        <translation>&amp;Sepiafarbenes Papier</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Letters &amp;with serifs</source>
        <translation>Schrift &amp;mit Serifen</translation>
    </message>
    <message>
        <source>Letters with&amp;out serifs</source>
        <translation>Schrift &amp;ohne Serifen</translation>
    </message>
    <message>
        <source>Lines close &amp;together</source>
        <translation>Zeilen &amp;eng</translation>
    </message>
    <message>
        <source>Lines &amp;normally apart</source>
        <translation>Zeilen &amp;normal weit</translation>
    </message>
    <message>
        <source>Lines &amp;far apart</source>
        <translation>Zeilen &amp;weit</translation>
    </message>
    <message>
        <source>S&amp;hort lines</source>
        <translation>&amp;Kurze Zeilen</translation>
    </message>
    <message>
        <source>Lines of normal len&amp;gth</source>
        <translation>Zeilen normaler &amp;Länge</translation>
    </message>
    <message>
        <source>Long l&amp;ines</source>
        <translation>Lan&amp;ge Zeilen</translation>
    </message>
    <message>
        <source>Times beside the &amp;paragraphs</source>
        <translation>&amp;Zeiten neben den Absätzen</translation>
    </message>
    <message>
        <source>&amp;Jump</source>
        <translation>&amp;Springen</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>&amp;Times of the words</source>
        <translation>&amp;Zeiten der Wörter</translation>
    </message>
    <message>
        <source>Sou&amp;nd</source>
        <translation>To&amp;n</translation>
    </message>
    <message>
        <source>S&amp;leep timer</source>
        <translation>Sch&amp;lafzeit</translation>
    </message>
    <message>
        <source>&amp;Repeat from here, to here</source>
        <translation>W&amp;iederholen: von hier, bis hier</translation>
    </message>
    <message>
        <source>&amp;Next chapter</source>
        <translation>&amp;Nächstes Kapitel</translation>
    </message>
    <message>
        <source>&amp;Choose a chapter…</source>
        <translation>&amp;Kapitel wählen…</translation>
    </message>
    <message>
        <source>Correct the &amp;words</source>
        <translation>Wörter &amp;berichtigen</translation>
    </message>
    <message>
        <source>Na&amp;me this speaker everywhere…</source>
        <translation>Diese Person überall be&amp;nennen…</translation>
    </message>
    <message>
        <source>&amp;Join with the paragraph before</source>
        <translation>Mit dem Absatz da&amp;vor verbinden</translation>
    </message>
    <message>
        <source>&amp;Heading above…</source>
        <translation>&amp;Überschrift darüber…</translation>
    </message>
    <message>
        <source>Ch&amp;anges to the text…</source>
        <translation>Änder&amp;ungen am Text…</translation>
    </message>
    <message>
        <source>Dots below co&amp;rrected words</source>
        <translation>&amp;Punkte unter berichtigten Wörtern</translation>
    </message>
    <message>
        <source>Wh&amp;o speaks here…</source>
        <translation>Wer hier s&amp;pricht…</translation>
    </message>
    <message>
        <source>Correct &amp;everywhere…</source>
        <translation>&amp;Überall berichtigen …</translation>
    </message>
    <message>
        <source>&amp;Misheard words…</source>
        <translation>&amp;Falsch gehörte Wörter …</translation>
    </message>
    <message>
        <source>Sounds such as [&amp;Music]</source>
        <translation>Geräusche wie [&amp;Music]</translation>
    </message>
    <message>
        <source>Words as they came, &amp;under each line</source>
        <translation>Wörter, wie sie kamen, &amp;unter jeder Zeile</translation>
    </message>
    <message>
        <source>Light whole s&amp;entences</source>
        <translation>Ganze Sätze &amp;aufleuchten lassen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::AlignmentBar</name>
    <message>
        <source>Times are estimated until this ends.</source>
        <translation>Bis dahin sind die Zeiten geschätzt.</translation>
    </message>
    <message>
        <source>&amp;Match to the sound</source>
        <translation>Dem Ton &amp;zuordnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Times are estimated from the lengths of the words.</source>
        <translation>Die Zeiten sind aus den Längen der Wörter geschätzt.</translation>
    </message>
    <message>
        <source>Waiting to be matched to the sound…</source>
        <translation>Wartet auf die Zuordnung zum Ton…</translation>
    </message>
    <message>
        <source>Matching the words to the sound… %1 %</source>
        <translation>Wörter werden dem Ton zugeordnet… %1 %</translation>
    </message>
    <message>
        <source>Times stay as they are until this ends.</source>
        <translation>Bis dahin bleiben die Zeiten, wie sie sind.</translation>
    </message>
    <message>
        <source>Some times are known; those of the words between are estimated.</source>
        <translation>Manche Zeiten sind bekannt; die der Wörter dazwischen sind geschätzt.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::AlignmentFlow</name>
    <message>
        <source>The words could not be matched to the sound; their times stay as they were. %1</source>
        <translation>Die Wörter ließen sich dem Ton nicht zuordnen; ihre Zeiten bleiben, wie sie waren. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Amending</name>
    <message>
        <source>Nobody is named here yet. Press %1 to say who speaks from this place on.</source>
        <translation>Hier ist noch niemand benannt. Drücke %1, um zu sagen, wer von hier an spricht.</translation>
    </message>
    <message>
        <source>This is the first paragraph: there is none before it that it could join.</source>
        <translation>Das ist der erste Absatz: Davor ist keiner, mit dem er sich verbinden ließe.</translation>
    </message>
    <message>
        <source>%1 The last change of the text was taken back; everything before it is saved.</source>
        <translation>%1 Die letzte Änderung am Text wurde zurückgenommen; alles davor ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 What you wrote (“%2”) was taken back; everything before it is saved.</source>
        <translation>%1 Was du geschrieben hast („%2“), wurde zurückgenommen; alles davor ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::AnnotationFlow</name>
    <message>
        <source>Bring in annotations</source>
        <translation>Anmerkungen holen</translation>
    </message>
    <message>
        <source>Earmark’s Markdown, Web Annotations (%1)</source>
        <translation>Markdown von Earmark, Web Annotations (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) were added.</source>
        <translation>
            <numerusform>%n Markierung kam hinzu.</numerusform>
            <numerusform>%n Markierungen kamen hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) were changed.</source>
        <translation>
            <numerusform>%n Markierung wurde geändert.</numerusform>
            <numerusform>%n Markierungen wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds nothing that is new.</source>
        <translation>Die Datei enthält nichts Neues.</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n weitere wurde ausgelassen.</numerusform>
            <numerusform>%n weitere wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen …</translation>
    </message>
</context>
<context>
    <name>earmark::ui::AudioFlow</name>
    <message>
        <source>Choose the audio</source>
        <translation>Ton auswählen</translation>
    </message>
    <message>
        <source>Audio (%1)</source>
        <translation>Ton (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>This recording is not as long as the one before. If it is another cut of the episode, the words may be lit at the wrong time; your marks and notes are kept.</source>
        <translation>Diese Aufnahme ist nicht so lang wie die vorige. Ist es eine andere Fassung der Folge, leuchten die Wörter womöglich zur falschen Zeit; Ihre Markierungen und Notizen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Match to the sound</source>
        <translation>Dem Ton zuordnen</translation>
    </message>
    <message>
        <source>%1 The episode stays as it was.</source>
        <translation>%1 Die Folge bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Choose the audio…</source>
        <translation>Ton auswählen…</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ChangesDialog</name>
    <message>
        <source>Changes to the text</source>
        <translation>Änderungen am Text</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Words are corrected where they stand, and so is who speaks; the Edit menu names the keys.</source>
        <translation>Noch ist nichts geändert. Wörter werden dort berichtigt, wo sie stehen, und ebenso, wer spricht; das Menü „Bearbeiten“ nennt die Tasten.</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Dorthin</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Show it in the text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Hear what is said there</source>
        <translation>Hören, was dort gesagt wird</translation>
    </message>
    <message>
        <source>The text is there as it was</source>
        <translation>Der Text steht dort, wie er war</translation>
    </message>
    <message>
        <source>%1   not found in the new transcript</source>
        <comment>what was changed</comment>
        <translation>%1   im neuen Transkript nicht gefunden</translation>
    </message>
    <message>
        <source>%1   “%2” put together from “%3”   %4</source>
        <comment>time, number, as it came, what follows</comment>
        <translation>%1   „%2“ zusammengesetzt aus „%3“   %4</translation>
    </message>
    <message>
        <source>“%1” left out</source>
        <translation>„%1“ weggelassen</translation>
    </message>
    <message>
        <source>“%1” left as it came</source>
        <translation>„%1“ gelassen, wie es kam</translation>
    </message>
    <message>
        <source>“%1” instead of “%2”</source>
        <comment>corrected, heard</comment>
        <translation>„%1“ statt „%2“</translation>
    </message>
    <message>
        <source>Another person speaks</source>
        <translation>Jemand anderes spricht</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <comment>a name</comment>
        <translation>%1 spricht</translation>
    </message>
    <message>
        <source>No heading</source>
        <translation>Keine Überschrift</translation>
    </message>
    <message>
        <source>Heading “%1”</source>
        <translation>Überschrift „%1“</translation>
    </message>
    <message>
        <source>Joined to the paragraph before</source>
        <translation>Mit dem Absatz davor verbunden</translation>
    </message>
    <message>
        <source>“%1” is called “%2” everywhere</source>
        <comment>two names</comment>
        <translation>„%1“ heißt überall „%2“</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ChapterButton</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter: %1</source>
        <translation>Kapitel: %1</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ChapterList</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
</context>
<context>
    <name>earmark::ui::CommandModel</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
</context>
<context>
    <name>earmark::ui::CommandPalette</name>
    <message>
        <source>No command is called like that.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Schreiben, was zu tun ist</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Desktop</name>
    <message>
        <source>earmark: there is no display to open a window on. The commands work without one; see “earmark help”.</source>
        <translation>earmark: Hier gibt es keinen Bildschirm für ein Fenster. Die Befehle brauchen keinen; siehe „earmark help“.</translation>
    </message>
    <message>
        <source>The library to use.</source>
        <translation>Die Bibliothek, die verwendet wird.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open the sample episode.</source>
        <translation>Die Beispielfolge öffnen.</translation>
    </message>
    <message>
        <source>Audio files and their transcripts to open.</source>
        <translation>Tondateien und ihre Transkripte, die geöffnet werden.</translation>
    </message>
    <message>
        <source>Earmark</source>
        <translation>Earmark</translation>
    </message>
    <message>
        <source>The option “--library” needs a value.</source>
        <translation>Die Option „--library“ braucht einen Wert.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::EpisodeModel</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n Markierung</numerusform>
            <numerusform>%n Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights</source>
        <translation>Keine Markierungen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ExportDialog</name>
    <message>
        <source>E&amp;xport into this folder after each change</source>
        <translation>Nach jeder Änderung in diesen Ordner e&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>This episode</source>
        <translation>Diese Folge</translation>
    </message>
    <message numerus="yes">
        <source>The %n highlight(s) that the notes show</source>
        <translation>
            <numerusform>Die eine Markierung, die bei den Notizen zu sehen ist</numerusform>
            <numerusform>Die %n Markierungen, die bei den Notizen zu sehen sind</numerusform>
        </translation>
    </message>
    <message>
        <source>All episodes with highlights</source>
        <translation>Alle Folgen mit Markierungen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page that plays</source>
        <translation>Webseite zum Anhören</translation>
    </message>
    <message>
        <source>Web Annotations (JSON-LD)</source>
        <translation>Web Annotations (JSON-LD)</translation>
    </message>
    <message>
        <source>Table for Readwise (CSV)</source>
        <translation>Tabelle für Readwise (CSV)</translation>
    </message>
    <message>
        <source>Cards for Anki</source>
        <translation>Karten für Anki</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Schlicht</translation>
    </message>
    <message>
        <source>A template of your own…</source>
        <translation>Eigene Vorlage…</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Was:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Layout:</source>
        <translation>&amp;Gestalt:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Ort:</translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>Alle Markierungen</translation>
    </message>
    <message>
        <source>A file for each episode in this folder.</source>
        <translation>Eine Datei je Folge in diesem Ordner.</translation>
    </message>
    <message>
        <source>The file is there and is brought up to date. What you wrote in it stays.</source>
        <translation>Die Datei gibt es schon und wird auf den neuen Stand gebracht. Was Sie hineingeschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>The file is there and is replaced.</source>
        <translation>Die Datei gibt es schon und wird ersetzt.</translation>
    </message>
    <message>
        <source>A template of your own</source>
        <translation>Eigene Vorlage</translation>
    </message>
    <message>
        <source>Cop&amp;y…</source>
        <translation>&amp;Kopieren…</translation>
    </message>
    <message>
        <source>Write this layout into a file, to make one of your own of it</source>
        <translation>Diese Gestalt als Vorlage in eine Datei schreiben, um daraus eine eigene zu machen</translation>
    </message>
    <message>
        <source>Copy the layout</source>
        <translation>Gestalt kopieren</translation>
    </message>
    <message>
        <source>Layouts (%1)</source>
        <translation>Vorlagen (%1)</translation>
    </message>
    <message>
        <source>The layout is in “%1” now, and is used from there. Any editor can change it.</source>
        <translation>Die Vorlage steht jetzt in „%1“ und wird von dort genommen. Jeder Texteditor kann sie ändern.</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>Der ganze Text</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ExportFlow</name>
    <message numerus="yes">
        <source>%n file(s) written to “%1”.</source>
        <translation>
            <numerusform>Eine Datei nach „%1“ geschrieben.</numerusform>
            <numerusform>%n Dateien nach „%1“ geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>Nach „%1“ exportiert.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The export after a change failed.</source>
        <translation>Der Export nach einer Änderung ist misslungen.</translation>
    </message>
    <message>
        <source>Export by itself no more</source>
        <translation>Nicht mehr von selbst exportieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::FindBar</name>
    <message>
        <source>F&amp;ind</source>
        <translation>F&amp;inden</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text finden</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>Suche beenden (Esc)</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>Nicht im Text</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::GlossaryDialog</name>
    <message>
        <source>Words that may be misheard</source>
        <translation>Wörter, die falsch gehört sein können</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Take them back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Misheard words</source>
        <translation>Falsch gehörte Wörter</translation>
    </message>
    <message>
        <source>Where it &amp;says</source>
        <translation>Wo e&amp;s heißt</translation>
    </message>
    <message>
        <source>r&amp;ead</source>
        <translation>l&amp;ies</translation>
    </message>
    <message>
        <source>deep sequel</source>
        <comment>an example of words that were misheard</comment>
        <translation>deep sequel</translation>
    </message>
    <message>
        <source>DeepSeek</source>
        <comment>what those words should be</comment>
        <translation>DeepSeek</translation>
    </message>
    <message>
        <source>Where the rule holds</source>
        <translation>Wo die Regel gilt</translation>
    </message>
    <message>
        <source>in this episode</source>
        <translation>in dieser Folge</translation>
    </message>
    <message>
        <source>in this show</source>
        <translation>in dieser Sendung</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>&amp;Find it everywhere</source>
        <translation>Überall &amp;finden</translation>
    </message>
    <message>
        <source>&amp;Hear it</source>
        <translation>An&amp;hören</translation>
    </message>
    <message>
        <source>&amp;Correct it</source>
        <translation>&amp;Berichtigen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>So &amp;lassen</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Än&amp;dern …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Found (%1, still looking)</source>
        <translation>Gefunden (%1, wird noch gesucht)</translation>
    </message>
    <message>
        <source>Found (%1)</source>
        <translation>Gefunden (%1)</translation>
    </message>
    <message>
        <source>Rules (%1)</source>
        <translation>Regeln (%1)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>“%1”   →   %2</source>
        <translation>„%1“   →   %2</translation>
    </message>
    <message>
        <source>%1   always</source>
        <translation>%1   immer</translation>
    </message>
    <message>
        <source>%1   in %2</source>
        <comment>a rule, a show</comment>
        <translation>%1   in %2</translation>
    </message>
    <message>
        <source>%1   in this episode</source>
        <translation>%1   in dieser Folge</translation>
    </message>
    <message>
        <source>%1   in another episode</source>
        <translation>%1   in einer anderen Folge</translation>
    </message>
    <message>
        <source>Say which words are misheard.</source>
        <translation>Sagen Sie, welche Wörter falsch gehört werden.</translation>
    </message>
    <message>
        <source>Say what these words should read instead.</source>
        <translation>Sagen Sie, wie diese Wörter lauten sollen.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) corrected; undo takes them all back.</source>
        <translation>
            <numerusform>%n Stelle berichtigt; Rückgängig nimmt sie zurück.</numerusform>
            <numerusform>%n Stellen berichtigt; Rückgängig nimmt sie alle zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Change the rule</source>
        <translation>Regel ä&amp;ndern</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) here came from this rule and stay.</source>
        <translation>
            <numerusform>%n Berichtigung hier stammt von dieser Regel und bleibt.</numerusform>
            <numerusform>%n Berichtigungen hier stammen von dieser Regel und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct &amp;all by rule</source>
        <translation>&amp;Alle nach Regel berichtigen</translation>
    </message>
    <message>
        <source>%1   →  %2   … %3 “%4” %5 …</source>
        <comment>time, correction, words before, the words, words after</comment>
        <translation>%1   →  %2   … %3 „%4“ %5 …</translation>
    </message>
    <message>
        <source>%1 (sounds like it)</source>
        <translation>%1 (klingt danach)</translation>
    </message>
    <message>
        <source>Words left as they are</source>
        <translation>Wörter, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Left as they are (%1)</source>
        <translation>Bleiben so (%1)</translation>
    </message>
    <message>
        <source>&amp;Offer it again</source>
        <translation>Wieder v&amp;orschlagen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::GlossaryFlow</name>
    <message numerus="yes">
        <source>Your rules for misheard words know %n place(s) in this episode. Nothing was changed.</source>
        <translation>
            <numerusform>Ihre Regeln für falsch Gehörtes kennen %n Stelle in dieser Folge. Nichts wurde geändert.</numerusform>
            <numerusform>Ihre Regeln für falsch Gehörtes kennen %n Stellen in dieser Folge. Nichts wurde geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The rules for misheard words could not be read or changed. %1</source>
        <translation>Die Regeln für falsch gehörte Wörter konnten nicht gelesen oder geändert werden. %1</translation>
    </message>
</context>
<context>
    <name>earmark::ui::HighlightModel</name>
    <message>
        <source>%1. Note: %2</source>
        <translation>%1. Notiz: %2</translation>
    </message>
    <message>
        <source>On the whole episode</source>
        <translation>Zur ganzen Folge</translation>
    </message>
    <message>
        <source>Moment at %1</source>
        <translation>Stelle bei %1</translation>
    </message>
    <message>
        <source>Not found in the new text</source>
        <translation>Im neuen Text nicht gefunden</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ImportBar</name>
    <message>
        <source>&amp;Read without audio</source>
        <translation>Ohne Ton &amp;lesen</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Aufnahme in die Bibliothek</translation>
    </message>
    <message>
        <source>Forget the file that waits</source>
        <translation>Die wartende Datei vergessen</translation>
    </message>
    <message>
        <source>“%1” waits for its transcript. Drop that here too.</source>
        <translation>„%1“ wartet auf das Transkript. Ziehen Sie es auch hierher.</translation>
    </message>
    <message>
        <source>“%1” waits for its audio. Drop that here too.</source>
        <translation>„%1“ wartet auf den Ton. Ziehen Sie auch diese Datei hierher.</translation>
    </message>
    <message>
        <source>&amp;Choose the transcript…</source>
        <translation>Transkript &amp;auswählen…</translation>
    </message>
    <message>
        <source>&amp;Choose the audio…</source>
        <translation>Ton &amp;auswählen…</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ImportFlow</name>
    <message>
        <source>Open an episode and its transcript</source>
        <translation>Folge und Transkript öffnen</translation>
    </message>
    <message>
        <source>Audio and transcripts (%1)</source>
        <translation>Ton und Transkripte (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Making the sample…</source>
        <translation>Beispiel wird hergestellt…</translation>
    </message>
    <message>
        <source>Importing “%1”…</source>
        <translation>„%1“ wird aufgenommen…</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the file could not be read.</source>
        <translation>
            <numerusform>Eine Stelle in der Datei war nicht lesbar.</numerusform>
            <numerusform>%n Stellen in der Datei waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first is in line %1; everything else is here.</source>
        <translation>Die erste steht in Zeile %1; alles andere ist da.</translation>
    </message>
    <message>
        <source>Everything else is here.</source>
        <translation>Alles andere ist da.</translation>
    </message>
    <message>
        <source>%1 Nothing was added to the library.</source>
        <translation>%1 In die Bibliothek wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Choose other files…</source>
        <translation>Andere Dateien auswählen…</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>Der Text wird gelesen…</translation>
    </message>
    <message>
        <source>Show them in the source</source>
        <translation>Im Quelltext zeigen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::KeyCount</name>
    <message>
        <source>%1 …</source>
        <comment>a number that waits for a key</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Selecting: S sentence, P paragraph, T turn, Z last 20 seconds. Esc ends it.</source>
        <translation>Auswahl: S Satz, P Absatz, T Redebeitrag, Z die letzten 20 Sekunden. Esc beendet sie.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Keymap</name>
    <message>
        <source>Press one key, alone or together with Ctrl, Alt or Shift.</source>
        <translation>Drücken Sie eine Taste, allein oder zusammen mit Strg, Alt oder Umschalt.</translation>
    </message>
    <message>
        <source>The Tab key goes from one part of the window to the next.</source>
        <translation>Die Tabulatortaste führt von einem Teil des Fensters zum nächsten.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Words and lines</source>
        <translation>Wörter und Zeilen</translation>
    </message>
    <message>
        <source>Previous, next word</source>
        <translation>Voriges, nächstes Wort</translation>
    </message>
    <message>
        <source>Scroll by a line</source>
        <translation>Um eine Zeile rollen</translation>
    </message>
    <message>
        <source>Scroll by a page</source>
        <translation>Um eine Seite rollen</translation>
    </message>
    <message>
        <source>Scroll to the start, the end</source>
        <translation>Zum Anfang, zum Ende rollen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>Wort für Wort</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>To the line’s start, end</source>
        <translation>Bis zum Anfang, Ende der Zeile</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Den Text kopieren</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>In the notes</source>
        <translation>In den Notizen</translation>
    </message>
    <message>
        <source>Go to the highlight</source>
        <translation>Zur Markierung gehen</translation>
    </message>
    <message>
        <source>While selecting word by word</source>
        <translation>Beim Auswählen Wort für Wort</translation>
    </message>
    <message>
        <source>The whole sentence</source>
        <translation>Der ganze Satz</translation>
    </message>
    <message>
        <source>The whole paragraph</source>
        <translation>Der ganze Absatz</translation>
    </message>
    <message>
        <source>All that the speaker says</source>
        <translation>Alles, was die Person sagt</translation>
    </message>
    <message>
        <source>What was said in the last 20 seconds</source>
        <translation>Was in den letzten 20 Sekunden gesagt wurde</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Three sentences, for example</source>
        <translation>Zum Beispiel drei Sätze</translation>
    </message>
    <message>
        <source>%1 then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>Twelve sentences on, for example</source>
        <translation>Zum Beispiel zwölf Sätze weiter</translation>
    </message>
    <message>
        <source>Forget the number</source>
        <translation>Die Zahl vergessen</translation>
    </message>
    <message>
        <source>Play it alone</source>
        <translation>Nur sie abspielen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Sie entfernen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Single letters, figures and signs work while the text has the focus, so that they never act while you type. Esc brings you back to the text. A figure from 1 to 5 marks after a short pause, because another key may follow it and be counted; where words are selected with the mouse or with Shift, it marks at once.</source>
        <translation>Einzelne Buchstaben, Ziffern und Zeichen wirken, solange der Text den Fokus hat, also nie, während Sie schreiben. Esc führt zurück in den Text. Eine Ziffer von 1 bis 5 markiert nach einer kurzen Pause, denn es kann eine Taste folgen, die damit zählt; wo Wörter mit der Maus oder mit der Umschalttaste ausgewählt sind, markiert sie sofort.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::KeysEditor</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove its keys</source>
        <translation>Tasten &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>&amp;Keymap:</source>
        <translation>&amp;Tastenbelegung:</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>&amp;New key:</source>
        <translation>&amp;Neue Taste:</translation>
    </message>
    <message>
        <source>New key for the action chosen</source>
        <translation>Neue Taste für die gewählte Aktion</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Keymaps (%1)</source>
        <translation>Tastenbelegungen (%1)</translation>
    </message>
    <message>
        <source>Import a keymap</source>
        <translation>Tastenbelegung importieren</translation>
    </message>
    <message>
        <source>Export the keymap</source>
        <translation>Tastenbelegung exportieren</translation>
    </message>
    <message>
        <source>%1 is the key of both “%2” and “%3”, so that neither works.</source>
        <translation>%1 ist die Taste sowohl für „%2“ als auch für „%3“, sodass keines von beiden geht.</translation>
    </message>
    <message>
        <source>Left out, since they are not known here: %1</source>
        <translation>Weggelassen, weil hier unbekannt: %1</translation>
    </message>
    <message>
        <source>Written to “%1”.</source>
        <translation>In „%1“ geschrieben.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::LibraryPane</name>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>No episodes yet.</source>
        <translation>Noch keine Folgen.</translation>
    </message>
    <message>
        <source>Its episodes cannot be read.</source>
        <translation>Ihre Folgen können nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Listening</name>
    <message>
        <source>Sleep in %1</source>
        <translation>Schläft in %1</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespart</translation>
    </message>
    <message>
        <source>The sleep timer has stopped the sound at %1.</source>
        <translation>Der Einschlaf-Timer hat den Ton bei %1 angehalten.</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Weiterspielen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::MainWindow</name>
    <message>
        <source>Earmark</source>
        <translation>Earmark</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>%1 – Earmark</source>
        <translation>%1 – Earmark</translation>
    </message>
    <message>
        <source>Drop an episode and its transcript here</source>
        <translation>Folge und Transkript hier ablegen</translation>
    </message>
    <message>
        <source>Drop what goes with “%1” here</source>
        <translation>Hier ablegen, was zu „%1“ gehört</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message numerus="yes">
        <source>Its %n highlight(s) and their notes go with it.</source>
        <translation>
            <numerusform>Ihre Markierung und deren Notiz gehen mit verloren.</numerusform>
            <numerusform>Ihre %n Markierungen und deren Notizen gehen mit verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the episode</source>
        <translation>Folge entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from the library?</source>
        <translation>„%1“ aus der Bibliothek entfernen?</translation>
    </message>
    <message>
        <source>The audio file stays where it is. This cannot be undone.</source>
        <translation>Die Tondatei bleibt, wo sie ist. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A note is not saved</source>
        <translation>Eine Notiz ist nicht gespeichert</translation>
    </message>
    <message>
        <source>A note could not be saved and would be lost.</source>
        <translation>Eine Notiz ließ sich nicht speichern und ginge verloren.</translation>
    </message>
    <message>
        <source>Cancel to keep the window open; saving is tried again and again. You can also copy the note to another place first.</source>
        <translation>Mit „Abbrechen“ bleibt das Fenster offen; das Speichern wird immer wieder versucht. Sie können die Notiz auch erst an eine andere Stelle kopieren.</translation>
    </message>
    <message>
        <source>Close and lose the note</source>
        <translation>Schließen und die Notiz verlieren</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Earmark %1&lt;/h3&gt;&lt;p&gt;Read, follow by ear, mark and take away what a podcast says.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Earmark %1&lt;/h3&gt;&lt;p&gt;Lesen, mithören, markieren und mitnehmen, was ein Podcast sagt.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Earmark</source>
        <translation>Über Earmark</translation>
    </message>
    <message>
        <source>The episode that was open has been removed from the library by another program.</source>
        <translation>Die geöffnete Folge wurde von einem anderen Programm aus der Bibliothek entfernt.</translation>
    </message>
    <message>
        <source>Drop the audio of “%1” here</source>
        <translation>Den Ton von „%1“ hier ablegen</translation>
    </message>
    <message>
        <source>The library&apos;s file was deleted or moved while Earmark had it open. It was written again with everything in it: “%1”.</source>
        <translation>Die Datei der Bibliothek wurde gelöscht oder verschoben, während sie in Earmark geöffnet war. Sie wurde mit allem, was in ihr stand, neu geschrieben: „%1“.</translation>
    </message>
    <message>
        <source>Another program has removed this episode from the library. It stays here as long as you need it, but nothing more of it can be saved: copy what you have written.</source>
        <translation>Ein anderes Programm hat diese Folge aus der Bibliothek entfernt. Sie bleibt hier, solange Sie sie brauchen, aber nichts mehr davon kann gespeichert werden: Kopieren Sie, was Sie geschrieben haben.</translation>
    </message>
    <message>
        <source>Close the episode</source>
        <translation>Folge schließen</translation>
    </message>
    <message>
        <source>The stretch to repeat begins here. Press %1 again where it ends.</source>
        <translation>Was wiederholt werden soll, beginnt hier. Drücken Sie noch einmal %1, wo es endet.</translation>
    </message>
    <message>
        <source>%1; in silence, for no sound device was found</source>
        <translation>%1; lautlos, denn es wurde kein Wiedergabegerät gefunden</translation>
    </message>
    <message>
        <source>%1 The names of the marks are as they were.</source>
        <translation>%1 Die Namen der Markierungsarten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Highlight as “%1”</source>
        <translation>Als „%1“ markieren</translation>
    </message>
    <message>
        <source>&amp;%1 Highlight as “%2”</source>
        <comment>a figure, a name</comment>
        <translation>&amp;%1 Als „%2“ markieren</translation>
    </message>
    <message>
        <source>The link leads to an episode that is not in this library. It may have been removed since.</source>
        <translation>Der Link führt zu einer Folge, die nicht in dieser Bibliothek ist. Vielleicht wurde sie inzwischen entfernt.</translation>
    </message>
    <message>
        <source>“%1” is not a link to an episode.</source>
        <translation>„%1“ ist kein Link zu einer Folge.</translation>
    </message>
    <message>
        <source>Highlights here</source>
        <translation>Markierungen hier</translation>
    </message>
</context>
<context>
    <name>earmark::ui::MarkNamesDialog</name>
    <message>
        <source>Names of the marks</source>
        <translation>Namen der Markierungsarten</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>look up</source>
        <translation>nachschlagen</translation>
    </message>
    <message>
        <source>disagree</source>
        <translation>Einspruch</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Mark &amp;%1</source>
        <translation>Markierungsart &amp;%1</translation>
    </message>
    <message>
        <source>They are kept in the library, for all of its episodes.</source>
        <translation>Sie stehen in der Bibliothek und gelten für alle ihre Folgen.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::MarkdownEditor</name>
    <message>
        <source>Write a note. Markdown works here.</source>
        <translation>Schreiben Sie eine Notiz, gern mit Markdown.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::NotePreview</name>
    <message>
        <source>Note as it reads</source>
        <translation>Notiz, wie sie sich liest</translation>
    </message>
</context>
<context>
    <name>earmark::ui::NotesPane</name>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Note in Markdown</source>
        <translation>Notiz in Markdown</translation>
    </message>
    <message>
        <source>N&amp;ote at %1</source>
        <translation>N&amp;otiz bei %1</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Notes · %n highlight(s)</source>
        <translation>
            <numerusform>&amp;Notizen · %n Markierung</numerusform>
            <numerusform>&amp;Notizen · %n Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Press H in the text to highlight a sentence or what you have selected, and A to write a note to it.</source>
        <translation>Drücken Sie im Text H, um einen Satz oder das Ausgewählte zu markieren, und A, um eine Notiz dazu zu schreiben.</translation>
    </message>
    <message>
        <source>Highlights and notes of the open episode stand here.</source>
        <translation>Hier stehen Markierungen und Notizen der geöffneten Folge.</translation>
    </message>
    <message>
        <source>N&amp;ote at about %1</source>
        <translation>N&amp;otiz bei etwa %1</translation>
    </message>
    <message>
        <source>N&amp;ote on the episode</source>
        <translation>N&amp;otiz zur Folge</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Notes · %1 of %n highlight(s)</source>
        <translation>
            <numerusform>&amp;Notizen · %1 von %n Markierung</numerusform>
            <numerusform>&amp;Notizen · %1 von %n Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlight is like that.</source>
        <translation>Keine Markierung ist so.</translation>
    </message>
    <message>
        <source>Filter by words, #tag</source>
        <translation>Wörter, #Schlagwort</translation>
    </message>
    <message>
        <source>Filter the highlights</source>
        <translation>Die Markierungen filtern</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Which highlights are listed, and in which order</source>
        <translation>Welche Markierungen hier stehen und in welcher Reihenfolge</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Latest made first</source>
        <translation>Zuletzt gemachte zuerst</translation>
    </message>
    <message>
        <source>Latest changed first</source>
        <translation>Zuletzt geänderte zuerst</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungsarten</translation>
    </message>
    <message>
        <source>All marks</source>
        <translation>Alle Markierungsarten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Show the note as it reads</source>
        <translation>Die Notiz zeigen, wie sie sich liest</translation>
    </message>
    <message>
        <source>&amp;Go to it</source>
        <translation>Dorthin &amp;gehen</translation>
    </message>
    <message>
        <source>&amp;Play it alone</source>
        <translation>Nur sie ab&amp;spielen</translation>
    </message>
    <message>
        <source>&amp;Write its note</source>
        <translation>Ihre &amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>Its &amp;tags</source>
        <translation>Ihre Schlag&amp;wörter</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::OutputMenu</name>
    <message>
        <source>Soun&amp;d output</source>
        <translation>Tonausga&amp;be</translation>
    </message>
    <message>
        <source>System &amp;default</source>
        <translation>&amp;Standard des Systems</translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <translation>%1 (nicht verbunden)</translation>
    </message>
</context>
<context>
    <name>earmark::ui::PlayerBar</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Speed; the voices keep their pitch</source>
        <translation>Tempo; die Stimmen behalten ihre Tonhöhe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Sp&amp;eed</source>
        <translation>T&amp;empo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Lautstärke</translation>
    </message>
    <message>
        <source>No audio</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>%1 / %2 (-%3)</source>
        <translation>%1 / %2 (-%3)</translation>
    </message>
    <message>
        <source>%1 / %2 (-%3 at %4×)</source>
        <translation>%1 / %2 (-%3 bei %4×)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ReadingDesk</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>A note of this episode is not saved yet, so it stays open. Choose the other episode again once the note is saved.</source>
        <translation>Eine Notiz dieser Folge ist noch nicht gespeichert, deshalb bleibt die Folge offen. Wählen Sie die andere Folge noch einmal, sobald die Notiz gespeichert ist.</translation>
    </message>
    <message>
        <source>%1 Your note is kept here, and saving it is tried again and again.</source>
        <translation>%1 Ihre Notiz bleibt hier stehen, und das Speichern wird immer wieder versucht.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>%1 The last change was taken back; everything before it is saved.</source>
        <translation>%1 Die letzte Änderung wurde zurückgenommen; alles davor ist gespeichert.</translation>
    </message>
    <message>
        <source>Load the audio again</source>
        <translation>Ton noch einmal laden</translation>
    </message>
    <message>
        <source>Choose the audio…</source>
        <translation>Ton auswählen…</translation>
    </message>
    <message>
        <source>Another program has removed this episode from the library, so nothing more of it can be saved. Copy what you have written before you leave it.</source>
        <translation>Ein anderes Programm hat diese Folge aus der Bibliothek entfernt, deshalb kann nichts mehr davon gespeichert werden. Kopieren Sie, was Sie geschrieben haben, bevor Sie sie verlassen.</translation>
    </message>
    <message>
        <source>%1 Your note is still here but can no longer be saved: copy it first.</source>
        <translation>%1 Ihre Notiz ist noch da, kann aber nicht mehr gespeichert werden: Kopieren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Parts of this recording are damaged. Silence stands in their place, and it plays on.</source>
        <translation>Teile dieser Aufnahme sind beschädigt. An ihrer Stelle ist Stille, und sie läuft weiter.</translation>
    </message>
    <message>
        <source>“%1” is no longer in “%2”. It can be heard as long as this episode stays open; after that it has to be found again.</source>
        <translation>„%1“ ist nicht mehr in „%2“. Solange diese Folge offen ist, kann der Ton gehört werden; danach muss er wiedergefunden werden.</translation>
    </message>
    <message>
        <source>The recording ends at %1, before these words. If it is cut off, choose one that is whole.</source>
        <translation>Die Aufnahme endet bei %1, vor diesen Wörtern. Ist sie abgeschnitten, wählen Sie eine vollständige.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::ReplaceFlow</name>
    <message>
        <source>Replace the transcript</source>
        <translation>Transkript ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>The transcript was replaced. %n highlight(s) went along with their words.</source>
        <translation>
            <numerusform>Das Transkript wurde ersetzt. Eine Markierung ging mit ihren Wörtern mit.</numerusform>
            <numerusform>Das Transkript wurde ersetzt. %n Markierungen gingen mit ihren Wörtern mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The episode keeps the transcript it had.</source>
        <translation>%1 Die Folge behält ihr Transkript.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen …</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be found in the new text. They are first in the notes, where each can be heard; the Mark menu puts one on the words that you select.</source>
        <translation>
            <numerusform>Eine war im neuen Text nicht zu finden. Sie steht in den Notizen zuerst und ist dort anzuhören; das Menü „Markieren“ setzt sie auf die ausgewählten Wörter.</numerusform>
            <numerusform>%n waren im neuen Text nicht zu finden. Sie stehen in den Notizen zuerst und sind dort anzuhören; das Menü „Markieren“ setzt eine auf die ausgewählten Wörter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the text went along, too.</source>
        <translation>
            <numerusform>%n Änderung am Text ging mit.</numerusform>
            <numerusform>%n Änderungen am Text gingen mit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the text found no place in the new one; they are kept in the list of changes.</source>
        <translation>
            <numerusform>%n Änderung am Text fand im neuen keinen Platz; sie bleibt in der Liste der Änderungen.</numerusform>
            <numerusform>%n Änderungen am Text fanden im neuen keinen Platz; sie bleiben in der Liste der Änderungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) whose time you had set found no place in the new text; the times set for them are gone.</source>
        <translation>
            <numerusform>%n Wort, dessen Zeit Sie gesetzt hatten, fand im neuen Text keinen Platz; die dafür gesetzte Zeit ist verloren.</numerusform>
            <numerusform>%n Wörter, deren Zeiten Sie gesetzt hatten, fanden im neuen Text keinen Platz; die dafür gesetzten Zeiten sind verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earmark::ui::SourceFlow</name>
    <message>
        <source>Reading the source…</source>
        <translation>Der Quelltext wird gelesen…</translation>
    </message>
    <message>
        <source>No episode is open.</source>
        <translation>Keine Folge ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::SourcePane</name>
    <message>
        <source>Places that could not be read</source>
        <translation>Stellen, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the source</source>
        <translation>Quelltext schließen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the file could not be read.</source>
        <translation>
            <numerusform>Eine Stelle in der Datei war nicht lesbar.</numerusform>
            <numerusform>%n Stellen in der Datei waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>earmark::ui::SourceView</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>The transcript as it came</source>
        <translation>Das Transkript, wie es kam</translation>
    </message>
</context>
<context>
    <name>earmark::ui::TagField</name>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, mit Komma getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Theme</name>
    <message>
        <source>Mark %1</source>
        <translation>Markierungsart %1</translation>
    </message>
</context>
<context>
    <name>earmark::ui::Timeline</name>
    <message>
        <source>Chapter %1</source>
        <translation>Kapitel %1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>No audio. Click here or press Enter to choose it.</source>
        <translation>Kein Ton. Klicken Sie hier oder drücken Sie die Eingabetaste, um ihn auszuwählen.</translation>
    </message>
    <message>
        <source>The audio cannot be played. Click here or press Enter to choose it anew.</source>
        <translation>Der Ton kann nicht abgespielt werden. Klicken Sie hier oder drücken Sie die Eingabetaste, um ihn neu auszuwählen.</translation>
    </message>
    <message>
        <source>Measuring the sound… %1 %</source>
        <translation>Der Ton wird vermessen… %1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time, and what stands there</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a time, and the words spoken there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>Nicht im Text</translation>
    </message>
    <message>
        <source>Highlight, %1</source>
        <comment>the mark’s name</comment>
        <translation>Markierung, %1</translation>
    </message>
    <message>
        <source>Moment, %1</source>
        <comment>the mark’s name</comment>
        <translation>Stelle, %1</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>the words are estimated</source>
        <translation>die Wörter sind geschätzt</translation>
    </message>
    <message>
        <source>No episode is open.</source>
        <translation>Es ist keine Folge geöffnet.</translation>
    </message>
    <message>
        <source>Left and Right move the playhead by 5 seconds, Page Up and Page Down by 30. Down and Up visit chapters, highlights, cues and what is not in the text, and Enter goes there.</source>
        <translation>Links und Rechts versetzen die Wiedergabe um 5 Sekunden, Bild auf und Bild ab um 30. Ab und Auf besuchen Kapitel, Markierungen, Hinweise und was nicht im Text steht, die Eingabetaste geht dorthin.</translation>
    </message>
    <message>
        <source>Marked as not in the text</source>
        <translation>Als nicht im Text gekennzeichnet</translation>
    </message>
</context>
<context>
    <name>earmark::ui::TimesDialog</name>
    <message>
        <source>Times set by hand</source>
        <translation>Von Hand gesetzte Zeiten</translation>
    </message>
    <message>
        <source>No time was set yet. Put the cursor on a word and press the key for “This word is heard now” as you hear it; the words around it follow.</source>
        <translation>Noch wurde keine Zeit gesetzt. Setzen Sie die Schreibmarke auf ein Wort und drücken Sie die Taste für „Dieses Wort ist jetzt zu hören“, sobald Sie es hören; die Wörter ringsum folgen.</translation>
    </message>
    <message>
        <source>&amp;Play from there</source>
        <translation>Von dort ab&amp;spielen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1–%2   not in the text</source>
        <comment>from, to</comment>
        <translation>%1–%2   nicht im Text</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the word that is heard then</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Nothing is known of it then, and the words are matched to the sound again</source>
        <translation>Darüber ist dann nichts mehr bekannt, und die Wörter werden neu mit dem Ton abgeglichen</translation>
    </message>
</context>
<context>
    <name>earmark::ui::TimesFlow</name>
    <message>
        <source>Which stretch? Press %1 where it begins and again where it ends, so that it is repeated; then say once more that it is not in the text.</source>
        <translation>Welcher Abschnitt? Drücken Sie %1, wo er beginnt, und noch einmal, wo er endet, sodass er wiederholt wird; sagen Sie dann noch einmal, dass er nicht im Text steht.</translation>
    </message>
    <message>
        <source>%1 The words around it were moved without listening.</source>
        <translation>%1 Die Wörter ringsum wurden verschoben, ohne hineinzuhören.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a speaker, a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Moment at %1 (%2)</source>
        <comment>a time, a mark</comment>
        <translation>Stelle bei %1 (%2)</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a quote, a mark</comment>
        <translation>„%1“ (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>Who speaks?</source>
        <translation>Wer spricht?</translation>
    </message>
    <message>
        <source>Heard: “%1”</source>
        <comment>what the source has where a word was corrected</comment>
        <translation>Gehört: „%1“</translation>
    </message>
</context>
<context>
    <name>earmark::ui::WarningModel</name>
    <message>
        <source>%1: %2</source>
        <comment>a place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>earmark::ui::WelcomePage</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien &amp;öffnen…</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>&amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Opens a short conversation that comes with Earmark</source>
        <translation>Öffnet ein kurzes Gespräch, das zu Earmark gehört</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu lesen</translation>
    </message>
    <message>
        <source>No episode is open</source>
        <translation>Keine Folge geöffnet</translation>
    </message>
    <message>
        <source>Drop an episode and its transcript here, or press Ctrl+O.</source>
        <translation>Ziehen Sie eine Folge und ihr Transkript hierher, oder drücken Sie Strg+O.</translation>
    </message>
    <message>
        <source>Choose one in the library, drop an episode and its transcript here, or press Ctrl+O.</source>
        <translation>Wählen Sie eine in der Bibliothek, ziehen Sie eine Folge und ihr Transkript hierher, oder drücken Sie Strg+O.</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>What can be done is said above. Your episodes and notes are not touched.</source>
        <translation>Was zu tun ist, steht oben. Ihre Folgen und Notizen bleiben unberührt.</translation>
    </message>
    <message>
        <source>Audio: mp3, m4a, ogg, opus, flac, wav and more.
Transcripts: text, captions, and what podcasts, YouTube and transcription programs give.</source>
        <translation>Audio: mp3, m4a, ogg, opus, flac, wav und mehr.
Transkripte: Text, Untertitel und was Podcasts, YouTube und Transkriptionsprogramme liefern.</translation>
    </message>
</context>
<context>
    <name>earmark::ui::WordsField</name>
    <message>
        <source>Words being corrected</source>
        <translation>Wörter, die berichtigt werden</translation>
    </message>
    <message>
        <source>Enter saves, Escape leaves the words as they were</source>
        <translation>Die Eingabetaste speichert, Escape lässt die Wörter, wie sie waren</translation>
    </message>
</context>
</TS>
