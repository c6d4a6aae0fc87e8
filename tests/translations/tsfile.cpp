// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/tsfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace earmark::tests {

using namespace Qt::StringLiterals;

namespace {

void readTranslation(QXmlStreamReader &xml, TsMessage &message)
{
    message.type = xml.attributes().value(u"type"_s).toString();
    QString text;
    while (!xml.atEnd() && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation")) {
        if (xml.isStartElement() && xml.name() == u"numerusform")
            message.forms << xml.readElementText();
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (!message.numerus)
        message.forms = {text};
}

// Arguments and tags, sorted; "%n" and "%Ln" stand for the number that chooses the form, which a
// form for one thing may say in words.
QStringList marksIn(const QString &text)
{
    static const QRegularExpression mark(uR"(%L?[1-9][0-9]?|</?[a-z]+[^>]*>)"_s);
    QStringList marks;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        marks << it.next().captured();
    marks.sort();
    marks.removeDuplicates();
    return marks;
}

} // namespace

QMap<QString, TsMessage> readTsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QMap<QString, TsMessage> messages;
    QString context;
    QString comment;
    TsMessage message;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == u"name") {
                context = xml.readElementText();
            } else if (xml.name() == u"message") {
                message = {};
                comment.clear();
                message.numerus = xml.attributes().value(u"numerus"_s) == u"yes";
            } else if (xml.name() == u"source") {
                message.source = xml.readElementText();
            } else if (xml.name() == u"comment") {
                comment = xml.readElementText();
            } else if (xml.name() == u"translation") {
                readTranslation(xml, message);
            }
        } else if (token == QXmlStreamReader::EndElement && xml.name() == u"message") {
            messages.insert(context + u" / "_s + message.source + (comment.isEmpty() ? u""_s : u" / "_s + comment),
                            message);
        }
    }
    return xml.hasError() ? QMap<QString, TsMessage>() : messages;
}

QStringList faultsOf(const TsMessage &message, qsizetype pluralForms)
{
    QStringList faults;
    if (!message.type.isEmpty())
        faults << message.type;
    if (message.forms.size() != (message.numerus ? pluralForms : 1))
        faults << u"%1 forms"_s.arg(message.forms.size());
    for (const QString &form : message.forms) {
        if (form.trimmed().isEmpty())
            faults << u"empty"_s;
        else if (marksIn(form) != marksIn(message.source))
            faults << u"other arguments: "_s + form;
        else if (message.source.endsWith(u'…') != form.endsWith(u'…'))
            faults << u"'…' at the end: "_s + form;
    }
    // A plural that never says how many would read as if there were only one kind.
    if (message.numerus && !message.forms.isEmpty() && message.source.contains(u"%n")
        && !message.forms.last().contains(u"%n") && !message.forms.last().contains(u"%Ln"))
        faults << u"no %n: "_s + message.forms.last();
    return faults;
}

} // namespace earmark::tests
