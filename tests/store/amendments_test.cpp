// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/samplelibrary.h"
#include "store/statement.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;
using store::Store;

namespace {

Amendment made(AmendmentKind kind, TokenSpan span, const QString &text)
{
    return makeAmendment(kind, makeTranscript(200), span, text, someTime());
}

AmendmentStep added(const Amendment &amendment)
{
    return {{std::nullopt, amendment}};
}

} // namespace

// What a reader says of the text, in a library.
class TestStoreAmendments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"library.db"_s);
        m_store = std::move(*Store::open(m_path, Store::Access::ReadWrite));
        m_id = *m_store->insertEpisode(makeEpisode(u"one"_s));
    }
    void cleanup() { m_store.reset(); }

    void allKindsComeBackInOrder();
    void hostileTextsComeBack_data();
    void hostileTextsComeBack();
    void aStepIsWrittenWholeOrNotAtAll();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void anotherEditionIsRefused();
    void everyStepIsLogged();
    void theyGoWithTheirEpisodeButStayInTheLog();
    void oneOutsideTheTranscriptIsAProblem();

private:
    [[nodiscard]] qint64 number(const char *sql) const
    {
        const auto connection = store::Connection::open(m_path, store::Connection::Mode::ReadOnly);
        store::Statement statement(*connection, sql);
        return statement.step().value_or(false) ? statement.number(0) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Store> m_store;
    EpisodeId m_id;
};

void TestStoreAmendments::allKindsComeBackInOrder()
{
    std::vector<Amendment> all{
        made(AmendmentKind::Correction, {3, 5}, u"three words here"_s), made(AmendmentKind::Turn, {6, 6}, u"Anna"_s),
        made(AmendmentKind::Heading, {6, 6}, u"On mills"_s), made(AmendmentKind::Join, {50, 50}, {}),
        made(AmendmentKind::Person, {100, 100}, u"Ben"_s)};
    all[0].marks = Marks::Own;
    all[0].rule = RuleId::create();
    AmendmentStep step;
    for (auto each = all.rbegin(); each != all.rend(); ++each)
        step.push_back({std::nullopt, *each});
    QVERIFY(m_store->apply(m_id, step));
    QVERIFY(*m_store->amendments(m_id) == all);
    QVERIFY(m_store->apply(m_id, transcript::inverse(step)));
    QVERIFY(m_store->amendments(m_id)->empty());
    QVERIFY(m_store->problems()->empty());
    QCOMPARE(codeOf(m_store->amendments(EpisodeId{99})), "EpisodeUnknown"_ba);
}

void TestStoreAmendments::hostileTextsComeBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes") << u"'); DROP TABLE amendment; --"_s;
    QTest::newRow("emoji") << u"👩‍👧 𝒳 שלום"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd835));
    QTest::newRow("long") << QString(200000, u'x');
}

void TestStoreAmendments::hostileTextsComeBack()
{
    QFETCH(QString, text);
    const Amendment amendment = made(AmendmentKind::Correction, {3, 5}, text);
    QVERIFY(m_store->apply(m_id, added(amendment)));
    QCOMPARE(m_store->amendments(m_id)->front().text.toUtf8(), text.toUtf8());
    QVERIFY(m_store->apply(m_id, {{amendment, std::nullopt}}));
}

void TestStoreAmendments::aStepIsWrittenWholeOrNotAtAll()
{
    const Amendment there = made(AmendmentKind::Correction, {3, 5}, u"there"_s);
    QVERIFY(m_store->apply(m_id, added(there)));
    const Amendment other = made(AmendmentKind::Correction, {7, 7}, u"other"_s);
    const Amendment over = made(AmendmentKind::Correction, {5, 6}, u"over"_s);
    QCOMPARE(codeOf(m_store->apply(m_id, {{std::nullopt, other}, {std::nullopt, over}})),
             "AmendmentChangedElsewhere"_ba);
    QVERIFY(*m_store->amendments(m_id) == std::vector{there});
    // In one step the old one goes, and the new one comes.
    QVERIFY(m_store->apply(m_id, {{std::nullopt, over}, {there, std::nullopt}}));
    QVERIFY(*m_store->amendments(m_id) == std::vector{over});
}

void TestStoreAmendments::whatDoesNotFitIsRefused_data()
{
    QTest::addColumn<AmendmentStep>("step");
    QTest::addColumn<QByteArray>("code");
    const Amendment good = made(AmendmentKind::Correction, {3, 5}, u"x"_s);
    const auto row = [](const char *name, AmendmentStep step, const char *code) {
        QTest::newRow(name) << std::move(step) << QByteArray(code);
    };
    const auto with = [&](auto change) {
        Amendment changed = good;
        change(changed);
        return AmendmentStep{{std::nullopt, changed}};
    };
    row("of nothing", {{std::nullopt, std::nullopt}}, "InvalidArgument");
    row("of two", {{good, made(AmendmentKind::Turn, {3, 3}, {})}}, "InvalidArgument");
    row("not there", {{good, std::nullopt}}, "AmendmentChangedElsewhere");
    row("two lines", with([](Amendment &a) { a.text = u"a\nb"_s; }), "InvalidArgument");
    row("a kind that is none", with([](Amendment &a) { a.kind = AmendmentKind(9); }), "InvalidArgument");
    row("a turn of two words", with([](Amendment &a) { a.kind = AmendmentKind::Turn; }), "InvalidArgument");
    row("without a time", with([](Amendment &a) { a.created = {}; }), "InvalidArgument");
    row("outside", with([](Amendment &a) { a.span = {199, 200}; }), "SpanOutsideTranscript");
    row("turned round", with([](Amendment &a) { a.span = {5, 3}; }), "SpanOutsideTranscript");
}

void TestStoreAmendments::whatDoesNotFitIsRefused()
{
    QFETCH(AmendmentStep, step);
    QFETCH(QByteArray, code);
    QCOMPARE(codeOf(m_store->apply(m_id, step)), code);
    QVERIFY(m_store->amendments(m_id)->empty());
    QCOMPARE(number("SELECT count(*) FROM amendment_log"), 0);
}

void TestStoreAmendments::anotherEditionIsRefused()
{
    const AmendmentStep step = added(made(AmendmentKind::Heading, {0, 0}, u"x"_s));
    QCOMPARE(codeOf(m_store->apply(m_id, step, 1)), "TranscriptReplaced"_ba);
    QVERIFY(m_store->apply(m_id, step, 0));
}

void TestStoreAmendments::everyStepIsLogged()
{
    Amendment amendment = made(AmendmentKind::Correction, {3, 5}, u"first"_s);
    QVERIFY(m_store->apply(m_id, added(amendment)));
    Amendment again = amendment;
    again.text = u"second"_s;
    QVERIFY(m_store->apply(m_id, {{amendment, again}}));
    QVERIFY(m_store->apply(m_id, {{again, std::nullopt}}));
    QCOMPARE(number("SELECT count(*) FROM amendment_log"), 3);
    QCOMPARE(number("SELECT count(*) FROM amendment_log WHERE json_extract(before_json, '$.text') = 'second'"
                    " AND after_json IS NULL"),
             1);
}

void TestStoreAmendments::theyGoWithTheirEpisodeButStayInTheLog()
{
    QVERIFY(m_store->apply(m_id, added(made(AmendmentKind::Correction, {3, 5}, u"mine"_s))));
    QVERIFY(m_store->removeEpisode(m_id));
    QCOMPARE(number("SELECT count(*) FROM amendment"), 0);
    QCOMPARE(number("SELECT count(*) FROM amendment_log WHERE json_extract(before_json, '$.text') = 'mine'"), 1);
}

void TestStoreAmendments::oneOutsideTheTranscriptIsAProblem()
{
    QVERIFY(m_store->apply(m_id, added(made(AmendmentKind::Correction, {3, 5}, u"mine"_s))));
    auto connection = store::Connection::open(m_path, store::Connection::Mode::ReadWrite);
    QVERIFY(connection->execute("UPDATE amendment SET last_token = 4000"));
    const auto problems = m_store->problems();
    QCOMPARE(problems->size(), size_t(1));
    QCOMPARE(problems->front().kind, store::Problem::Kind::AmendmentOutside);
}

QTEST_GUILESS_MAIN(TestStoreAmendments)
#include "amendments_test.moc"
