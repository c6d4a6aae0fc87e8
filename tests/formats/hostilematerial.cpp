// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostilematerial.h"

namespace earmark {

namespace {

class Files
{
public:
    void add(const char *name, const QByteArray &piece, const QByteArray &head = {}, const QByteArray &tail = {})
    {
        m_files.push_back({name, piece, head, tail});
    }
    [[nodiscard]] std::vector<HostileFile> take() { return std::move(m_files); }

private:
    std::vector<HostileFile> m_files;
};

QByteArray billionLaughs()
{
    QByteArray file = "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i)
        file += "<!ENTITY a" + QByteArray::number(i) + " \"" + ("&a" + QByteArray::number(i - 1) + ';').repeated(10)
            + "\">";
    return file + "]><tt><body><div><p begin=\"1s\" end=\"2s\">&a11;</p></div></body></tt>";
}

void addJson(Files &files)
{
    files.add("JSON arrays in arrays", "[");
    files.add("JSON objects in objects", "{\"segments\":");
    files.add("JSON objects in objects that are left out", "{\"x\":", "{\"segments\":[],\"y\":");
    files.add("JSON empty objects", "{},", "{\"segments\":[");
    files.add("JSON segments without text", "{\"start\":1,\"end\":2},\n", "{\"segments\":[");
    files.add("JSON one string", "a", "{\"segments\":[{\"text\":\"");
    files.add("JSON one string of escapes", "\\\"", "{\"segments\":[{\"text\":\"", "\"}]}");
    files.add("JSON backslashes", "\\\\", "{\"segments\":[{\"text\":\"", "\"}]}");
    files.add("JSON words that are not in the text", "{\"word\":\"x\",\"start\":1,\"end\":2},",
              "{\"segments\":[{\"text\":\"" + QByteArray(100000, 'y') + "\",\"words\":[");
    files.add("JSON digits", "1", "{\"segments\":[{\"start\":");
    files.add("JSON the same key", "\"text\":\"a\",", "{\"segments\":[{");
    files.add("JSON spaces", " ", "{", "\"segments\":[]}");
    files.add("JSON events without text", "{\"tStartMs\":1},", "{\"events\":[");
    files.add("JSON deeply indented", "\n" + QByteArray(2000, ' ') + "{\"start\":1,\"end\":2,\"text\":\"a\"},",
              "{\"segments\":[", "]}");
    files.add("JSON short segments", "{\"start\":1,\"end\":2,\"text\":\"a\"},\n", "{\"segments\":[", "]}");
    files.add("JSON numbers with many digits", "1.2345678901234567e-8,", "{\"segments\":[], \"x\":[", "1]}");
    files.add("JSON words of one letter", "{\"word\":\"a\",\"start\":1,\"end\":2},", "{\"words\":[", "]}");
}

void addXml(Files &files)
{
    const QByteArray tt = "<tt><body><div>";
    files.add("XML nested", "<div>", "<tt><body>");
    files.add("XML paragraphs never closed", "<p begin=\"1s\">a", tt);
    files.add("XML breaks", "<br/>", tt + "<p begin=\"1s\" end=\"2s\">a");
    files.add("XML attributes", " a=\"b\"", tt + "<p");
    files.add("XML times that are none", "<p begin=\"x\">a</p>", tt);
    files.add("XML comments", "<!-- a -->", tt);
    files.add("XML spans", "<span begin=\"1s\" end=\"2s\">a</span>", tt + "<p begin=\"1s\" end=\"2s\">");
    files.add("XML billion laughs", " ", billionLaughs());
    files.add("srv3 empty paragraphs", "<p t=\"1\" d=\"1\">\n</p>", "<timedtext format=\"3\"><body>");
    files.add("HTML open tags", "<p", "<cite>Anna</cite><time>0:00</time>");
    files.add("HTML loose brackets", "< ", "<cite>Anna</cite><time>0:00</time><p>");
    files.add("HTML comments never closed", "<!--", "<cite>Anna</cite><time>0:00</time>");
    files.add("XML deeply indented", "\n" + QByteArray(2000, ' ') + "<p begin=\"1s\" end=\"2s\">a</p>", tt,
              "</div></body></tt>");
    files.add("XML loose marks", "&a&<< ", tt + "<p begin=\"1s\" end=\"2s\">", "</p></div></body></tt>");
    files.add("XML one comment", "a b ", "<tt><!-- ", "--><body><div><p>a</p></div></body></tt>");
    files.add("srv1 tags that are open", "&lt;i", "<transcript><text start=\"1\" dur=\"1\">", "</text></transcript>");
    files.add("HTML labels in one paragraph", "<cite>A</cite><time>0:01</time>a",
              "<cite>Anna</cite><time>0:00</time><p>");
    files.add("XML references", "&amp;", tt + "<p begin=\"1s\" end=\"2s\">", "</p></div></body></tt>");
    files.add("XML spans in spans", "<span>", tt + "<p begin=\"1s\" end=\"2s\">a");
    files.add("XML an endless line", "a b ", tt + "<p begin=\"1s\" end=\"2s\">", "</p></div></body></tt>");
    files.add("srv1 short", "<text start=\"1\" dur=\"1\">a</text>", "<transcript>", "</transcript>");
}

void addWebVtt(Files &files)
{
    const QByteArray vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    files.add("WebVTT one line", "a", vtt);
    files.add("WebVTT open tags", "<b ", vtt);
    files.add("WebVTT timestamps", "<00:01.500>a ", vtt);
    files.add("WebVTT voices", "<v A>a <v B>b ", vtt);
    files.add("WebVTT ampersands", "&", vtt);
    files.add("WebVTT the same cue", "a\n\n00:01.000 --> 00:02.000\n", vtt);
    files.add("WebVTT lines that roll", "hello and welcome\nto the show\n\n00:01.000 --> 00:02.000\n", vtt);
    files.add("WebVTT arrows", "-->\n", "WEBVTT\n\n");
    files.add("WebVTT times without text", "00:01.000 --> 00:02.000\n", "WEBVTT\n\n");
    files.add("WebVTT times that are faulty", "0:1 --> 0:2\na\n\n", "WEBVTT\n\n");
    files.add("WebVTT short cues", "00:01.000 --> 00:02.000\na\n\n", "WEBVTT\n\n");
    files.add("WebVTT blank lines", "\n", vtt);
    files.add("WebVTT short lines", "a\n", vtt);
    files.add("WebVTT short blocks", "a\n\n", "WEBVTT\n\n");
    files.add("WebVTT short lines that end in CR", "a\r", vtt);
    files.add("WebVTT lines of spaces", " \n", vtt);
    files.add("WebVTT tags", "<b>", vtt);
    files.add("WebVTT tags and letters", "<i>a</i>", vtt);
    files.add("WebVTT tags that broke off", "<c\n\n00:01.000 --> 00:02.000\n", vtt);
    files.add("WebVTT references", "&amp;", vtt);
    files.add("WebVTT numeric references", "&#65;", vtt);
    files.add("WebVTT references and letters", "a&lt;", vtt);
    files.add("WebVTT references that are none", "&notit;a", vtt);
    files.add("WebVTT angle brackets", "<", vtt);
    files.add("WebVTT comments", "NOTE\n\n", "WEBVTT\n\n");
    files.add("WebVTT header lines", "Language:a\n", "WEBVTT\n");
    files.add("WebVTT names", "A:\n", vtt);
    files.add("WebVTT other names", "A B C D\n\n00:01.000 --> 00:02.000\n", vtt);
    files.add("WebVTT zeros", QByteArray(1, '\0') + "a", vtt);
}

void addSubRip(Files &files)
{
    const QByteArray srt = "1\n00:00:01,000 --> 00:00:02,000\n";
    files.add("Whisper text short", "[0:01.0 --> 0:02.0]a\n");
    files.add("Whisper text one cue", "a\n", "[0:01.0 --> 0:02.0] a\n");
    files.add("Whisper table quotes", "\"", "start,end,text\n0,1,\"");
    files.add("Whisper table short", "1,2,\"a\"\"\"\n", "start,end,text\n");
    files.add("SBV line ends", "[br]", "0:00:01.000,0:00:02.000\n");
    files.add("SubRip braces", "{\\", srt);
    files.add("SubRip numbers", "1\n", srt);
    files.add("SubRip names", "Anna B: hello\n", srt);
    files.add("SubRip carriage returns", "\r", srt);
    files.add("SubRip arrows", "-->\n", srt);
    files.add("SubRip arrows on lines of digits", "1:-->\n", srt);
    files.add("SubRip times without text", "00:00:01,000 --> 00:00:02,000\n", srt);
    files.add("SubRip short captions", "0:1-->0:2\na\n", srt);
    files.add("SubRip the same caption", "1\n00:00:01,000 --> 00:00:02,000\na\n\n", srt);
    files.add("SubRip blank lines", "\n", srt);
    files.add("SubRip short lines", "a\n", srt);
    files.add("SubRip lines of spaces", " \n", srt);
    files.add("SubRip one line", "a", srt);
    files.add("SubRip one line of short words", "a ", srt);
    files.add("SubRip tags", "<b>", srt);
    files.add("SubRip tags and letters", "<i>a</i>", srt);
    files.add("SubRip tags that are none", "<x>", srt);
    files.add("SubRip angle brackets", "<", srt);
    files.add("SubRip tags never closed", "<b ", srt);
    files.add("SubRip styles", "{b}a", srt);
    files.add("SubRip braces never closed", "{", srt);
    files.add("SubRip references", "&amp;", srt);
    files.add("SubRip ampersands", "&", srt);
    files.add("SubRip references that are none", "&notit;", srt);
    files.add("SubRip backslashes", "\\N", srt);
    files.add("SubRip names of one letter", "A:\n", srt);
    files.add("SubRip names in capitals", "ANNA B C: x\n\n1\n00:00:01,000 --> 00:00:02,000\n", srt);
    files.add("SubRip different names", "A:\nB:\n", srt);
}

void addOther(Files &files)
{
    files.add("ASS one line", "{\\i1}a", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,x,y,0,0,0,,");
    files.add("ASS karaoke", "{\\k1}a ", "[Events]\nDialogue: 0,0:00:01.00,9:00:02.00,x,y,0,0,0,,");
    files.add("ASS never closed", "{a", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,x,y,0,0,0,,");
    files.add("ASS fields", "a,", "[Events]\nFormat: ");
    files.add("LRC times in a line", "[00:01.00]", "[00:01.00]a\n[00:02.00]b\n");
    files.add("LRC lines", "[00:01.00]a\n");
    files.add("SBV", "0:00:01.000,0:00:02.000\n");
    files.add("text times", "[00:01] ");
    files.add("text time lines", "0:01\n");
    files.add("text names with times", "Anna Smith  0:01\n");
    files.add("text one line of letters and spaces", "ab ");
    files.add("zeros", QByteArray(1, '\0'));
    files.add("bytes of no encoding", "\x81\x8d\xff\xfe");
    files.add("text an endless line", "abc def. ");
    files.add("text short lines", "a\n");
    files.add("text brackets", "[");
    files.add("text songs", "\xe2\x99\xaa a ");
    files.add("text names", "A: b\n");
    files.add("text tabs", "\ta");
    files.add("text deeply indented", QByteArray(2000, ' ') + "a\n");
    files.add("ASS dialogue", "Dialogue: 0,0:00:01.00,0:00:02.00,x,y,0,0,0,,a\n", "[Events]\n");
    files.add("SBV short", "0:00:01.000,0:00:02.000\na\n\n");
}

} // namespace

std::vector<HostileFile> hostileFiles()
{
    Files files;
    addJson(files);
    addXml(files);
    addWebVtt(files);
    addSubRip(files);
    addOther(files);
    return files.take();
}

} // namespace earmark
