// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/languages.h"
#include "speech/synthesizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::speech;

namespace {

std::unique_ptr<Synthesizer> english()
{
    return std::move(Synthesizer::create({u"en-us"_s})).value();
}

double seconds(const Utterance &utterance)
{
    return double(utterance.samples.size()) / utterance.sampleRate;
}

// A socket where a sound server would be: counts who comes, and turns everybody away.
class SoundServer
{
public:
    explicit SoundServer(const QByteArray &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && ::listen(m_socket, 5) == 0)
            m_thread = std::thread([this] { serve(); });
    }
    ~SoundServer()
    {
        m_closing = true;
        if (m_thread.joinable())
            m_thread.join();
        ::close(m_socket);
    }
    SoundServer(const SoundServer &) = delete;
    SoundServer &operator=(const SoundServer &) = delete;

    [[nodiscard]] bool isListening() const { return m_thread.joinable(); }
    [[nodiscard]] int visits() const { return m_visits; }

private:
    void serve()
    {
        while (!m_closing) {
            pollfd waited{m_socket, POLLIN, 0};
            if (::poll(&waited, 1, 20) <= 0)
                continue;
            ++m_visits;
            ::close(::accept(m_socket, nullptr, nullptr));
        }
    }

    int m_socket;
    std::atomic_int m_visits = 0;
    std::atomic_bool m_closing = false;
    std::thread m_thread;
};

} // namespace

class TestSynthesizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // First: the engine starts once in a process.
    void noSoundDeviceIsOpened()
    {
        QTemporaryDir folder;
        const QByteArray path = folder.filePath(u"native"_s).toUtf8();
        SoundServer server(path);
        QVERIFY(server.isListening());
        qputenv("PULSE_SERVER", "unix:" + path);
        QVERIFY(!english()->speak(u"Seven small boats").value().samples.empty());
        QTest::qWait(60);
        QCOMPARE(server.visits(), 0);
    }

    void languageTagsAreCutFromTheEnd_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QStringList>("languages");
        QTest::newRow("plain English is American") << u"en"_s << QStringList{u"en-us"_s, u"en"_s};
        QTest::newRow("German of Germany") << u"de-DE"_s << QStringList{u"de-de"_s, u"de"_s};
        QTest::newRow("underscore") << u"pt_BR"_s << QStringList{u"pt-br"_s, u"pt"_s};
        QTest::newRow("three letters") << u"deu"_s << QStringList{u"deu"_s, u"de"_s};
        QTest::newRow("Chinese") << u"zh"_s << QStringList{u"cmn"_s, u"zh"_s};
        QTest::newRow("voice") << u"en-gb-x-rp"_s
                               << QStringList{u"en-gb-x-rp"_s, u"en-gb-x"_s, u"en-gb"_s, u"en-us"_s, u"en"_s};
        QTest::newRow("empty") << QString() << QStringList();
        QTest::newRow("one letter") << u"x"_s << QStringList();
    }
    void languageTagsAreCutFromTheEnd()
    {
        QFETCH(QString, tag);
        QTEST(espeakLanguages(tag), "languages");
    }

    void voicesAreFoundByLanguage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("known");
        for (const char *name :
             {"en", "en-us", "en-GB", "en-AU", "en-us+f3", "de",    "de-AT", "deu",        "pt-BR",     "pt-PT",
              "es", "es-MX", "fr",    "fr-CA", "it",       "nl-BE", "zh",    "zh-Hans-CN", "ja",        "ru",
              "nb", "no",    "sv-SE", "pl",    "tr",       "uk",    "he",    "iw",         "sr-Latn-RS"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char *name : {"xx", "tlh-x-qo", "", "e", "English please", "../../etc/passwd"})
            QTest::newRow(*name ? name : "empty") << QString::fromLatin1(name) << false;
    }
    void voicesAreFoundByLanguage()
    {
        QFETCH(QString, name);
        QFETCH(bool, known);
        const auto synthesizer = Synthesizer::create({name});
        QCOMPARE(synthesizer.has_value(), known);
        if (!known) {
            QCOMPARE(synthesizer.error().code, ErrorCode::LanguageUnknown);
            QCOMPARE(synthesizer.error().subject, name);
        }
    }

    void everyWordHasAnEventWhereItBegins()
    {
        const Utterance spoken = english()->speak(u"Seven small boats left the harbour.").value();
        QVERIFY(seconds(spoken) > 1.5 && seconds(spoken) < 5);
        std::vector<qsizetype> begins;
        for (const WordEvent &word : spoken.words)
            begins.push_back(word.textBegin);
        QCOMPARE(begins, (std::vector<qsizetype>{0, 6, 12, 18, 23, 27}));
        QVERIFY(std::is_sorted(spoken.words.begin(), spoken.words.end(),
                               [](const WordEvent &a, const WordEvent &b) { return a.start < b.start; }));
        QVERIFY(spoken.words.back().start < seconds(spoken));
        QVERIFY(spoken.phonemes.size() > 20);
        QVERIFY(spoken.phonemes.back().start <= seconds(spoken));
    }

    // The engine sounds the end of "eaten" together with the vowel after it.
    void wordsBeginBehindTheSoundsBeforeThem_data()
    {
        QTest::addColumn<QString>("text"); // of two words
        QTest::addColumn<QByteArray>("own");
        QTest::newRow("nasal") << u"eaten in"_s << QByteArray("I");
        QTest::newRow("liquid") << u"all of"_s << QByteArray("V");
        QTest::newRow("glide") << u"the owl"_s << QByteArray("aU");
        QTest::newRow("stop") << u"the boat"_s << QByteArray("b");
    }
    void wordsBeginBehindTheSoundsBeforeThem()
    {
        QFETCH(QString, text);
        const Utterance spoken = english()->speak(text).value();
        QCOMPARE(spoken.words.size(), size_t(2));
        const double start = spoken.words[1].start;
        const auto own = std::find_if(spoken.phonemes.begin(), spoken.phonemes.end(),
                                      [&](const PhonemeEvent &phoneme) { return phoneme.start >= start; });
        QVERIFY(own != spoken.phonemes.end() && own != spoken.phonemes.begin());
        QTEST(QByteArray(own->symbol).replace('\'', ""), "own");
        QVERIFY(start - std::prev(own)->start > 0.02); // what was said before has lasted
    }

    void positionsCountUtf16_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("accents") << u"Café crème boats"_s << u"boats"_s;
        QTest::newRow("emoji") << u"Look \U0001F600 \U0001F680 boats"_s << u"boats"_s;
        QTest::newRow("lone surrogate") << u"Look "_s + QChar(0xd83d) + u" boats"_s << u"boats"_s;
        QTest::newRow("combining") << u"Cafe\u0301 cre\u0300me boats"_s << u"boats"_s;
        QTest::newRow("control") << u"Look \u0001\u0007 here\n boats"_s << u"boats"_s;
        QTest::newRow("two sentences") << u"\U0001F600 Yes. No! Boats"_s << u"Boats"_s;
        QTest::newRow("dashes") << u"long—“quoted”…  boats"_s << u"boats"_s;
    }
    void positionsCountUtf16()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const Utterance spoken = english()->speak(text).value();
        QVERIFY(!spoken.words.empty());
        QCOMPARE(spoken.words.back().textBegin, text.indexOf(word));
    }

    void markupIsReadAsText()
    {
        const auto synthesizer = english();
        const Utterance plain = synthesizer->speak(u"a break b").value();
        const Utterance tagged = synthesizer->speak(u"a <break time=\"9s\"/> b").value();
        QVERIFY(seconds(tagged) < seconds(plain) + 6);
        QVERIFY(tagged.words.size() > plain.words.size());
    }

    void emptyTextIsSilent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("blanks") << u" \n\t "_s;
        QTest::newRow("controls") << u"\u0001\u0002"_s;
    }
    void emptyTextIsSilent()
    {
        QFETCH(QString, text);
        const Utterance spoken = english()->speak(text).value();
        QVERIFY(spoken.samples.empty());
        QVERIFY(spoken.words.empty());
    }

    void sameTextGivesSameSamples_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en-us", "es", "de", "pl", "cmn"}) // trills in the middle three
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void sameTextGivesSameSamples()
    {
        QFETCH(QString, language);
        const QStringList texts{u"Which way to the old lighthouse?"_s, u"Rápido, perro rojo; herr Rabe, rok!"_s,
                                u"The old captain remembered it before breakfast, in the corner of the"_s,
                                u"Nobody wrote down 3 answers, or 25!"_s};
        const auto speakAll = [&] {
            const auto synthesizer = Synthesizer::create({language + steadyVariant}).value();
            std::vector<std::vector<qint16>> samples;
            for (const QString &text : texts)
                samples.push_back(synthesizer->speak(text).value().samples);
            return samples;
        };
        const auto first = speakAll();
        for (const char *between : {"de", "en-us+f3", "cmn", "en-us+Alex", "ja", "ru", "en-us+whisper"}) {
            (void)Synthesizer::create({QString::fromLatin1(between)})
                .value()
                ->speak(u"Etwas ganz anderes, und mehr: 42.");
            QVERIFY2(speakAll() == first, between);
        }
    }

    void whatCameBeforeDelaysNothing_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en-us", "en-gb", "es", "de", "fr", "it", "pt", "nl", "pl", "ru", "ja", "cmn"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void whatCameBeforeDelaysNothing()
    {
        QFETCH(QString, language);
        const QStringList texts{u"in the Exhibition of the old lighthouse and its many"_s,
                                u"Nobody, in the end, wrote down 3 answers, or 25, or 77777; good!"_s,
                                u"a, b, c and d"_s, u"Which way?"_s,
                                u"etwas, das niemand, auch nicht der alte Kapitän, vergessen hat"_s};
        const auto synthesizer = Synthesizer::create({language + steadyVariant}).value();
        const auto events = [&](const QString &text) {
            const Utterance spoken = synthesizer->speak(text).value();
            std::vector<std::pair<QByteArray, double>> found;
            for (const PhonemeEvent &event : spoken.phonemes)
                found.emplace_back(event.symbol, event.start);
            found.emplace_back("end", seconds(spoken));
            return found;
        };
        std::vector<std::vector<std::pair<QByteArray, double>>> forwards;
        for (const QString &text : texts)
            forwards.push_back(events(text));
        for (qsizetype i = texts.size(); i-- > 0;)
            QVERIFY2(events(texts[i]) == forwards[size_t(i)], qPrintable(texts[i]));
    }

    void beingStoppedLeavesNothingBehind()
    {
        const auto speak = [] {
            const auto synthesizer = Synthesizer::create({u"en-us"_s + steadyVariant}).value();
            return synthesizer->speak(u"Which way to the old lighthouse?").value().samples;
        };
        const auto first = speak();
        for (int i = 0; i < 5; ++i) {
            const CancelToken cancel;
            const auto synthesizer = Synthesizer::create({u"en-us"_s + steadyVariant}).value();
            std::thread stopping([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(2 * i));
                cancel.cancel();
            });
            const auto stopped = synthesizer->speak(QString(u"Seven small boats left. "_s).repeated(200), cancel);
            stopping.join();
            QVERIFY(!stopped);
        }
        QVERIFY(speak() == first);
    }

    void rateIsKept()
    {
        const QString text = u"Which way to the old lighthouse?"_s;
        const Utterance slow = Synthesizer::create({u"en"_s, 100}).value()->speak(text).value();
        const Utterance fast = Synthesizer::create({u"en"_s, 300}).value()->speak(text).value();
        QVERIFY(seconds(slow) > 1.5 * seconds(fast));
    }

    void unknownVoiceLeavesTheOldOne()
    {
        const auto synthesizer = english();
        const auto count = synthesizer->speak(u"Good morning, everyone").value().phonemes.size();
        QCOMPARE(synthesizer->setVoice({u"xx"_s}).error().code, ErrorCode::LanguageUnknown);
        QCOMPARE(synthesizer->speak(u"Good morning, everyone").value().phonemes.size(), count);
    }

    void secondOneWaitsUntilTheFirstIsGone()
    {
        auto first = english();
        std::future<bool> second = std::async(std::launch::async, [] { return english() != nullptr; });
        QCOMPARE(second.wait_for(std::chrono::milliseconds(150)), std::future_status::timeout);
        first.reset();
        QVERIFY(second.get());
    }

    void waitingCanBeCancelled()
    {
        const auto first = english();
        const CancelToken cancel;
        auto second = std::async(std::launch::async, [cancel] {
            const auto made = Synthesizer::create({u"en"_s}, cancel);
            return made ? ErrorCode::Internal : made.error().code;
        });
        cancel.cancel();
        QCOMPARE(second.get(), ErrorCode::Cancelled);
    }

    void phonemesAreToldAndChangeNothing();
};

void TestSynthesizer::phonemesAreToldAndChangeNothing()
{
    const auto synthesizer = Synthesizer::create({u"en-us"_s + steadyVariant});
    QVERIFY(synthesizer);
    const auto before = (*synthesizer)->speak(u"One small word.");
    const QByteArrayList seek = (*synthesizer)->phonemes(u"seek");
    QCOMPARE(seek.size(), 3);
    QCOMPARE(seek.front(), "s"_ba);
    QVERIFY2(seek[1].endsWith("i:"), seek[1].constData());
    QCOMPARE(seek.back(), "k"_ba);
    QVERIFY((*synthesizer)->phonemes(u"One clause. Another clause, and a third.").size() > 20);
    QVERIFY((*synthesizer)->phonemes(u"").isEmpty());
    QVERIFY((*synthesizer)->phonemes(QString(3, QChar(0xd800))).isEmpty()); // half of something
    const auto after = (*synthesizer)->speak(u"One small word.");
    QVERIFY(before && after && before->samples == after->samples);
}

QTEST_GUILESS_MAIN(TestSynthesizer)
#include "test_synthesizer.moc"
