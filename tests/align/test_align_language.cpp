// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"
#include "align/spacedtext.h"
#include "align/spokenlanguage.h"
#include "audio/wavfile.h"
#include "speech/synthesizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::align;

namespace {

struct Sample {
    const char *language;
    const char16_t *text;
};

// As a captioner writes them: no full stops, hardly a capital.
constexpr std::array samples{
    Sample{"en",
           u"so what we found in the end was that nobody had really looked at the old harbour before we came and "
           u"then the whole town began to talk about the boats that had been lying there for years without an "
           u"owner and about the people who once went out to sea with them every single morning"},
    Sample{"de",
           u"und dann haben wir gemerkt dass sich eigentlich niemand den alten Hafen richtig angeschaut hat bevor "
           u"wir kamen und auf einmal redete die ganze Stadt über die Boote die dort seit Jahren ohne Besitzer "
           u"lagen und über die Menschen die früher jeden Morgen mit ihnen hinausgefahren sind"},
    Sample{"fr",
           u"et puis on a remarqué que personne n'avait vraiment regardé le vieux port avant nous et soudain toute "
           u"la ville parlait des bateaux qui étaient là depuis des années sans propriétaire et des gens qui "
           u"partaient autrefois en mer avec eux chaque matin"},
    Sample{"es",
           u"y luego nos dimos cuenta de que nadie había mirado de verdad el viejo puerto antes que nosotros y de "
           u"repente toda la ciudad hablaba de los barcos que llevaban años allí sin dueño y de la gente que antes "
           u"salía al mar con ellos cada mañana"},
    Sample{"it",
           u"e poi ci siamo accorti che nessuno aveva guardato davvero il vecchio porto prima di noi e "
           u"all'improvviso tutta la città parlava delle barche che stavano lì da anni senza padrone e della gente "
           u"che una volta usciva in mare con loro ogni mattina"},
    Sample{"pt",
           u"e depois nós percebemos que ninguém tinha olhado de verdade para o velho porto antes de nós e de "
           u"repente a cidade inteira falava dos barcos que estavam ali há anos sem dono e das pessoas que "
           u"antigamente saíam para o mar com eles todas as manhãs"},
    Sample{"nl",
           u"en toen merkten we dat eigenlijk niemand de oude haven echt had bekeken voordat wij kwamen en opeens "
           u"praatte de hele stad over de boten die daar al jaren zonder eigenaar lagen en over de mensen die "
           u"vroeger elke ochtend met ze de zee op gingen"},
    Sample{"pl",
           u"a potem zauważyliśmy że tak naprawdę nikt przed nami nie przyjrzał się staremu portowi i nagle całe "
           u"miasto mówiło o łodziach które od lat leżały tam bez właściciela i o ludziach którzy dawniej każdego "
           u"ranka wypływali na nich w morze"},
};

void eachSample()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    for (const Sample &sample : samples)
        QTest::newRow(sample.language) << QString::fromLatin1(sample.language) << QString::fromUtf16(sample.text);
}

QString firstWords(const QString &text, qsizetype count)
{
    return text.split(u' ').first(count).join(u' ');
}

} // namespace

class TestAlignLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceTellsTheLanguage_data() { eachSample(); }
    void aSentenceTellsTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QCOMPARE(guessLanguage(test::spacedText(text)), language);
        QCOMPARE(guessLanguage(test::spacedText(text.toUpper())), language);
        const QString few = firstWords(text, 12);
        QCOMPARE(guessLanguage(test::spacedText(few)), language);
        QCOMPARE(guessLanguage(test::spacedText(u"[Music] [upbeat English rock music] "_s + few)), language);
    }

    void whatTellsNothingIsNotGuessed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a word") << u"yeah"_s;
        QTest::newRow("cues") << u"[Music plays while everybody waits for the show to begin]"_s;
        QTest::newRow("numbers") << u"1 2 3 4.5 2024"_s;
        QTest::newRow("surrogates") << QString(40, QChar(0xd800));
    }
    void whatTellsNothingIsNotGuessed()
    {
        QFETCH(QString, text);
        QCOMPARE(guessLanguage(test::spacedText(text)), QString());
        QCOMPARE(spokenLanguage(test::spacedText(text), {}), (SpokenLanguage{u"en-us"_s, false}));
    }

    void whatIsSaidGoesBeforeAGuess()
    {
        auto transcript = test::spacedText(QString::fromUtf16(samples[1].text));
        QCOMPARE(spokenLanguage(transcript, {}), (SpokenLanguage{u"de"_s, true}));
        transcript.language = u"nl-BE"_s;
        QCOMPARE(spokenLanguage(transcript, {}), (SpokenLanguage{u"nl-BE"_s, false}));
        QCOMPARE(spokenLanguage(transcript, u"fr"_s), (SpokenLanguage{u"fr"_s, false}));
    }

    // Speech by espeak-ng itself, in another voice, higher and faster than the aligner's: no other
    // synthesiser that tells its words' times is packaged for these languages. People are harder to
    // follow; what this shows is that each language's text, sounds and guess come together.
    void wordsAreFoundInEachLanguage_data() { eachSample(); }
    void wordsAreFoundInEachLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        std::map<qsizetype, double> starts; // by place in the text
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"speech.wav"_s);
        {
            const auto voice = speech::Synthesizer::create({language + u"+f4"_s, 190, 65}).value();
            const speech::Utterance spoken = voice->speak(text).value();
            for (const speech::WordEvent &word : spoken.words)
                starts.emplace(word.textBegin, word.start);
            QVERIFY(audio::writeWav(file, spoken.samples, spoken.sampleRate, 1));
        }
        const auto transcript = test::spacedText(text);
        const Alignment alignment = align::align(transcript, file, {}).value();
        QCOMPARE(alignment.language, language);
        std::vector<double> errors;
        for (size_t i = 0; i < transcript.tokens.size(); ++i) {
            const auto truth = starts.find(transcript.tokens[i].begin);
            if (truth != starts.end())
                errors.push_back(std::abs(double(alignment.timings[i].start.count()) / 1000 - truth->second));
        }
        QVERIFY(errors.size() > 25);
        std::sort(errors.begin(), errors.end());
        const double median = errors[errors.size() / 2];
        const double p90 = errors[errors.size() * 9 / 10];
        QVERIFY2(median < 0.06 && p90 < 0.2, qPrintable(u"median %1, 90th percentile %2"_s.arg(median).arg(p90)));
    }
};

QTEST_GUILESS_MAIN(TestAlignLanguage)
#include "test_align_language.moc"
