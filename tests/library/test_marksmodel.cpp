// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/episodesession.h"
#include "library/libraryservice.h"

#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::LibraryService;
using notes::Mark;

namespace {

constexpr int words = 60;

// One thing a reader does. Highlights are named by their rank in the text.
struct Action {
    enum Kind { Make, Remove, Note, Tags, Colour, Move, Split, Merge, Undo, Redo, Kinds };
    int kind = Make;
    int rank = 0;
    int first = 0; // of words; also the mark, the number in a note or tag, the word to split at
    int last = 0;
};

// A highlight as the model knows it, in the order of the text.
struct Made {
    int first = 0;
    int last = 0;
    int mark = 1;
    QString note;
    QStringList tags;

    bool operator==(const Made &) const = default;
    bool operator<(const Made &other) const { return std::pair(first, last) < std::pair(other.first, other.last); }
};

using State = std::vector<Made>;

// What the library should hold: whole states, one after the other. Shares nothing with the program.
class Model
{
public:
    [[nodiscard]] const State &state() const { return m_states[m_at]; }
    // A new process has nothing to undo.
    void restart(const State &state) { m_states = {state}, m_at = 0; }

    void apply(const Action &action)
    {
        if (action.kind == Action::Undo || action.kind == Action::Redo) {
            const bool back = action.kind == Action::Undo;
            if (back ? m_at > 0 : m_at + 1 < m_states.size())
                m_at += back ? size_t(-1) : 1;
            return;
        }
        State next = changed(state(), action);
        if (next == state())
            return;
        m_states.resize(m_at + 1);
        m_states.push_back(std::move(next));
        ++m_at;
    }

    // nullopt-like: the same state where the action does nothing.
    [[nodiscard]] static State changed(State state, const Action &action)
    {
        if (action.kind == Action::Make) {
            state.push_back({action.first, action.last, 1 + action.rank % 5, {}, {}});
            std::sort(state.begin(), state.end());
            return state;
        }
        if (state.empty())
            return state;
        const size_t rank = size_t(action.rank) % state.size();
        Made &made = state[rank];
        switch (action.kind) {
        case Action::Remove: state.erase(state.begin() + std::ptrdiff_t(rank)); break;
        case Action::Note: made.note = u"thought %1\n*so*"_s.arg(action.first); break;
        case Action::Tags: made.tags = QStringList{u"t%1"_s.arg(action.first % 7)}; break;
        case Action::Colour: made.mark = 1 + action.first % 5; break;
        case Action::Move: made.first = action.first, made.last = action.last; break;
        case Action::Split: split(state, rank, action.first); break;
        case Action::Merge: merge(state, rank); break;
        default: break;
        }
        std::sort(state.begin(), state.end());
        return state;
    }

private:
    static void split(State &state, size_t rank, int at)
    {
        Made second = state[rank];
        if (at <= second.first || at > second.last)
            return;
        second.first = at;
        second.note.clear();
        state[rank].last = at - 1;
        state.push_back(second);
    }

    static void merge(State &state, size_t rank)
    {
        const Made chosen = state[rank];
        State parts;
        for (const Made &made : state) {
            if (made.first <= chosen.last && chosen.first <= made.last)
                parts.push_back(made);
        }
        if (parts.size() == 1) {
            const auto next =
                std::find_if(state.begin(), state.end(), [&](const Made &made) { return made.first > chosen.last; });
            if (next == state.end())
                return;
            parts.push_back(*next);
        }
        Made whole = parts.front();
        whole.mark = chosen.mark;
        QStringList texts;
        for (const Made &part : parts) {
            whole.last = std::max(whole.last, part.last);
            whole.tags += part.tags;
            if (!part.note.isEmpty())
                texts += part.note;
            state.erase(std::find(state.begin(), state.end(), part));
        }
        whole.note = texts.join(u"\n\n"_s);
        whole.tags.removeDuplicates();
        whole.tags.sort();
        state.push_back(whole);
    }

    std::vector<State> m_states{State{}};
    size_t m_at = 0;
};

// Two highlights of the same words have no order that a rank could name.
bool isUnique(const State &state)
{
    return std::adjacent_find(state.begin(), state.end(),
                              [](const Made &a, const Made &b) { return a.first == b.first && a.last == b.last; })
        == state.end();
}

Action randomAction(QRandomGenerator &random, const State &state)
{
    while (true) {
        Action action;
        action.kind = int(random.bounded(int(Action::Kinds)));
        if (state.size() < 4 && random.bounded(3) == 0)
            action.kind = Action::Make;
        action.rank = int(random.bounded(1000));
        action.first = int(random.bounded(words));
        action.last = std::min(words - 1, action.first + int(random.bounded(8)));
        const bool walks = action.kind == Action::Undo || action.kind == Action::Redo;
        if (walks || isUnique(Model::changed(state, action)))
            return action;
    }
}

void perform(EpisodeSession &session, const Action &action)
{
    session.closeNoteStep();
    if (action.kind == Action::Make)
        session.toggleHighlight({action.first, action.last}, Mark(1 + action.rank % 5));
    else if (action.kind == Action::Undo)
        session.undo();
    else if (action.kind == Action::Redo)
        session.redo();
    if (session.highlights().empty())
        return;
    const auto &made = session.highlights()[size_t(action.rank) % session.highlights().size()];
    const HighlightId id = made.id;
    switch (action.kind) {
    case Action::Remove: session.removeHighlight(id); break;
    case Action::Note: session.setNote(id, u"thought %1\n*so*"_s.arg(action.first)); break;
    case Action::Tags: session.setTags(id, {u"t%1"_s.arg(action.first % 7)}); break;
    case Action::Colour: session.setMark(id, Mark(1 + action.first % 5)); break;
    case Action::Move: session.setSpan(id, {action.first, action.last}); break;
    case Action::Split: session.split(id, action.first); break;
    case Action::Merge: session.merge(id); break;
    default: break;
    }
}

// Does what stands in the file, one line an action, and says "." for each that is on the disk.
int actUntilKilled(const QString &path, const QString &script)
{
    QFile file(script);
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    LibraryService service(path);
    const auto store = store::Store::open(path, store::Store::Access::ReadWrite);
    if (!store)
        return 2;
    const EpisodeId id = (*store)->episodes()->front().id;
    EpisodeSession session(std::make_shared<const library::OpenEpisode>(*library::openEpisode(**store, id)), service);
    while (!file.atEnd()) {
        const QList<QByteArray> parts = file.readLine().trimmed().split(' ');
        perform(session, {parts[0].toInt(), parts[1].toInt(), parts[2].toInt(), parts[3].toInt()});
        if (!QTest::qWaitFor([&] { return !session.hasUnsavedEdits(); }, 20000))
            return 3;
        if (::write(STDOUT_FILENO, ".", 1) != 1)
            return 4;
    }
    // Killed here at the latest.
    ::write(STDOUT_FILENO, "!", 1);
    QTest::qWait(60000);
    return 0;
}

State stored(const Workshop &workshop, EpisodeId id)
{
    State state;
    for (const notes::Highlight &highlight : workshop.savedHighlights(id))
        state.push_back(
            {highlight.span.first, highlight.span.last, int(highlight.mark), highlight.note, highlight.tags});
    std::sort(state.begin(), state.end());
    return state;
}

QByteArray described(const State &state)
{
    QStringList lines;
    for (const Made &made : state)
        lines += u"%1-%2 mark %3 \"%4\" %5"_s.arg(made.first)
                     .arg(made.last)
                     .arg(made.mark)
                     .arg(made.note, made.tags.join(u','));
    return lines.join(u'\n').toUtf8();
}

} // namespace

// Whatever is done to highlights and undone, and whenever the program dies: the library holds what a
// simple model says, up to the last thing that was confirmed or one more.
class MarksModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomEditsWithKillsLeaveWhatTheModelSays()
    {
        constexpr int wanted = 1000;
        constexpr int longestRound = 40;
        const quint32 seed = qEnvironmentVariableIsSet("EARMARK_SEED")
            ? quint32(qEnvironmentVariableIntValue("EARMARK_SEED"))
            : QRandomGenerator::global()->generate();
        qInfo("EARMARK_SEED=%u", seed);
        QRandomGenerator random(seed);
        const Workshop workshop;
        const EpisodeId id = workshop.importText(someWords(words));
        Model model;
        int kills = 0;
        int amidst = 0;    // of them with actions left
        int unheardOf = 0; // of them between the disk and the word that it is there
        for (int done = 0; done < wanted; ++kills) {
            std::vector<State> states{model.state()};
            QByteArray script;
            for (int i = 0; i < longestRound; ++i) {
                const Action action = randomAction(random, model.state());
                script +=
                    u"%1 %2 %3 %4\n"_s.arg(action.kind).arg(action.rank).arg(action.first).arg(action.last).toLatin1();
                model.apply(action);
                states.push_back(model.state());
            }
            const QString path = workshop.write(u"script"_s, script);
            QProcess reader;
            reader.start(QCoreApplication::applicationFilePath(), {u"--act"_s, workshop.libraryPath(), path});
            QByteArray heard;
            const int killAfter = int(random.bounded(1, longestRound + 1));
            while (heard.size() < killAfter && reader.waitForReadyRead(30000))
                heard += reader.readAllStandardOutput();
            // Somewhere in the middle of the next one.
            QTest::qSleep(int(random.bounded(8)));
            QCOMPARE(reader.state(), QProcess::Running);
            ::kill(pid_t(reader.processId()), SIGKILL);
            QVERIFY(reader.waitForFinished());
            heard += reader.readAllStandardOutput();
            const auto confirmed = size_t(heard.count('.'));
            QVERIFY(confirmed >= size_t(killAfter));
            const State found = stored(workshop, id);
            const bool oneMore = confirmed + 1 < states.size() && found == states[confirmed + 1];
            QVERIFY2(found == states[confirmed] || oneMore,
                     ("found:\n" + described(found) + "\ninstead of:\n" + described(states[confirmed])).constData());
            amidst += confirmed < size_t(longestRound) ? 1 : 0;
            unheardOf += found != states[confirmed] ? 1 : 0;
            const auto store = workshop.openStore();
            QVERIFY(store->problems()->empty());
            model.restart(found);
            done += int(confirmed);
        }
        qInfo("%d kills, %d amidst the actions, %d of them when one was written and not yet confirmed", kills, amidst,
              unheardOf);
        QVERIFY(kills > 20 && amidst > 20);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--act"_s)
        return actUntilKilled(arguments.value(2), arguments.value(3));
    MarksModelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_marksmodel.moc"
