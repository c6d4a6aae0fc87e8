// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/includerules.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace earmark::tests {

using namespace Qt::StringLiterals;

namespace {

// A folder of app/ may include itself and what stands here.
const QMap<QString, QStringList> &allowedFolders()
{
    static const QMap<QString, QStringList> allowed = [] {
        const QStringList media{u"base"_s, u"transcript"_s, u"audio"_s, u"speech"_s};
        // Without playback, which a build without the window does not have.
        const QStringList upToNotes =
            media + QStringList{u"formats"_s, u"reading"_s, u"glossary"_s, u"align"_s, u"notes"_s};
        return QMap<QString, QStringList>{
            {u"base"_s, {}},
            {u"transcript"_s, {u"base"_s}},
            {u"audio"_s, {u"base"_s}},
            {u"speech"_s, {u"base"_s}},
            {u"formats"_s, media},
            {u"reading"_s, media},
            {u"glossary"_s, media},
            {u"align"_s, media},
            {u"playback"_s, media},
            {u"notes"_s, media},
            {u"exports"_s, media + QStringList{u"notes"_s}},
            {u"store"_s, upToNotes},
            {u"library"_s, upToNotes + QStringList{u"exports"_s, u"store"_s}},
            {u"cli"_s, upToNotes + QStringList{u"exports"_s, u"store"_s, u"library"_s}},
        };
    }();
    return allowed;
}

struct BannedHeaders {
    QString pattern;       // of what stands between the quotes or brackets
    QStringList exceptFor; // first folders of a path, "app/store/"
    QString reason;
};

const QList<BannedHeaders> &bannedHeaders()
{
    static const QList<BannedHeaders> banned{
        {u"^sqlite3"_s, {u"app/store/"_s}, u"SQL is for app/store alone"_s},
        {u"^(QtSql|QSql)"_s, {}, u"SQLite is used through its own interface, in app/store"_s},
        {u"^(QtMultimedia|QAudio|QMedia)"_s, {u"app/playback/"_s}, u"the sound device is for app/playback alone"_s},
        {u"^(QtWidgets|QtGui|QtSvg|QWidget|QApplication|QGuiApplication|QPainter|QColor|QFont|QImage|QPixmap|QIcon|"
         "QTextDocument|QTextCursor|QAction|QUndo|QClipboard|QKeySequence|QWindow|QMainWindow|QDialog|QMenu|QSvg|"
         "QStyle|QPalette|QScreen|KSyntaxHighlighting)"_s,
         {u"ui/"_s},
         u"app/ has no window"_s},
    };
    return banned;
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 1, 1);
}

QString brokenFolderRule(const QString &path, const QString &header)
{
    const QString first = header.section(u'/', 0, 0);
    const bool inApp = path.startsWith(u"app/"_s);
    if (inApp && first == u"ui")
        return u"app/ never knows ui/"_s;
    if (!inApp || !header.contains(u'/') || !allowedFolders().contains(first))
        return {};
    const QString folder = folderOf(path);
    if (first == folder || allowedFolders().value(folder).contains(first))
        return {};
    return u"app/%1 may not know app/%2"_s.arg(folder, first);
}

QString bannedBy(const QString &path, const QString &header)
{
    for (const BannedHeaders &ban : bannedHeaders()) {
        const bool excepted = std::any_of(ban.exceptFor.begin(), ban.exceptFor.end(),
                                          [&](const QString &folder) { return path.startsWith(folder); });
        if (!excepted && QRegularExpression(ban.pattern).match(header).hasMatch())
            return ban.reason;
    }
    return {};
}

// SQL in a literal, wherever it is written: a statement's verb and the word that has to follow it.
bool holdsSql(const QString &line)
{
    static const QRegularExpression statement(
        uR"(["(]\s*(SELECT\s.*\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|VIRTUAL|TRIGGER)|PRAGMA\s+\w))"_s);
    return statement.match(line).hasMatch();
}

} // namespace

QStringList brokenIncludeRules(const QString &path, const QByteArray &source)
{
    if (!path.startsWith(u"app/"_s) && !path.startsWith(u"ui/"_s))
        return {};
    static const QRegularExpression include(uR"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"_s);
    QStringList broken;
    const QStringList lines = QString::fromUtf8(source).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString place = u"%1:%2: "_s.arg(path).arg(i + 1);
        const QRegularExpressionMatch match = include.match(lines.at(i));
        if (match.hasMatch()) {
            const QString header = match.captured(1);
            for (const QString &reason : {brokenFolderRule(path, header), bannedBy(path, header)}) {
                if (!reason.isEmpty())
                    broken << place + header + u": "_s + reason;
            }
        } else if (!path.startsWith(u"app/store/"_s) && holdsSql(lines.at(i))) {
            broken << place + u"SQL is for app/store alone"_s;
        }
    }
    return broken;
}

} // namespace earmark::tests
