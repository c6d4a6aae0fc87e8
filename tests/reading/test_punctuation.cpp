// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/convolution.h"
#include "reading/convolutionkernel.h"
#include "reading/punctuation.h"
#include "reading/punctuationnet.h"
#include "reading/tinymodel.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace earmark;
using namespace Qt::StringLiterals;
using reading::Casing;
using reading::Judgement;
using reading::PunctuationModel;

namespace {

std::vector<QStringView> tokensOf(const QStringList &words)
{
    return {words.begin(), words.end()};
}

TinyLayer randomLayer(std::mt19937 &random, int inputs, int outputs, int width, int dilation)
{
    TinyLayer layer(inputs, outputs, width, dilation);
    std::uniform_int_distribution<int> weight(-127, 127);
    std::uniform_real_distribution<float> bias(-0.2F, 0.2F);
    for (qint8 &value : layer.weights)
        value = qint8(weight(random));
    for (float &value : layer.biases)
        value = bias(random);
    for (float &value : layer.scales)
        value = (0.5F + std::abs(bias(random))) / (127 * std::sqrt(float(inputs * width)));
    layer.inputStep = 1.0F / 512;
    return layer;
}

TinyModel randomModel()
{
    std::mt19937 random(7);
    TinyModel model({u"so"_s, u"ada"_s, u"wrote"_s, u"the"_s, u"first"_s, u"program"_s, u"it's"_s, u"0000"_s}, 6, 10);
    std::uniform_int_distribution<int> value(-127, 127);
    for (qint8 &number : model.table)
        number = qint8(value(random));
    for (float &scale : model.rowScales)
        scale = 0.004F + 0.004F * float(value(random) + 127) / 254;
    model.first = randomLayer(random, 6, 10, TinyModel::width, 1);
    for (const int dilation : {1, 3})
        model.blocks.push_back(
            {randomLayer(random, 10, 8, TinyModel::width, dilation), randomLayer(random, 8, 10, 1, 1)});
    model.answer = randomLayer(random, 10, 7, 1, 1);
    return model;
}

double logOdds(double p)
{
    return std::log(p / (1 - p));
}

} // namespace

class PunctuationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySetOfInstructionsGetsTheSameSums_data();
    void everySetOfInstructionsGetsTheSameSums();
    void judgesAsThePlainArithmeticOfTheNet();
    void aWordIsKnownInAnySpelling_data();
    void aWordIsKnownInAnySpelling();
    void rowsAreThoseOfTheTrainer();
    void whatHasNoLetterIsPassedOver();
    void aLongTextIsJudgedAsItsParts();
    void aDamagedFileIsRefused_data();
    void aDamagedFileIsRefused();
    void anEmptyModelKnowsNothing();
};

void PunctuationTest::everySetOfInstructionsGetsTheSameSums_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("dilation");
    QTest::addColumn<int>("groups"); // of words
    QTest::newRow("one input pair") << 2 << 1 << 1 << 1 << 1;
    QTest::newRow("few outputs") << 12 << 7 << 1 << 1 << 2;
    QTest::newRow("neighbours") << 64 << 128 << 5 << 1 << 3;
    QTest::newRow("far neighbours") << 128 << 64 << 5 << 8 << 5;
}

void PunctuationTest::everySetOfInstructionsGetsTheSameSums()
{
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    QFETCH(int, width);
    QFETCH(int, dilation);
    QFETCH(int, groups);
    const int words = groups * reading::Convolution::wordGroup;
    std::mt19937 random(3);
    std::uniform_int_distribution<int> weight(-127, 127);
    std::uniform_int_distribution<int> number(-4095, 4095);
    reading::Convolution layer{inputs, outputs, width, dilation, {}};
    const int padded = layer.paddedOutputs();
    layer.weights.assign(size_t(width * inputs * padded), 0);
    for (qint16 &value : layer.weights)
        value = qint16(weight(random));
    std::vector<qint16> input(size_t((words + 2 * layer.reach()) * inputs));
    for (qint16 &value : input)
        value = qint16(number(random));
    const qint16 *first = input.data() + layer.reach() * inputs;

    std::vector<qint32> expected(size_t(words * padded));
    for (int word = 0; word < words; ++word) {
        for (int output = 0; output < padded; ++output) {
            qint64 sum = 0;
            for (int tap = 0; tap < width; ++tap) {
                for (int i = 0; i < inputs; ++i)
                    sum += qint64(first[(word + (tap - width / 2) * dilation) * inputs + i])
                        * layer.weights[size_t(((tap * inputs + i) / 2 * padded + output) * 2 + i % 2)];
            }
            expected[size_t(word * padded + output)] = qint32(sum);
        }
    }
    std::vector<qint32> sums(expected.size());
    reading::convolve(layer, first, sums.data(), words);
    QCOMPARE(sums, expected);
    const reading::ConvolutionCall call{
        layer.weights.data(), first, sums.data(), inputs, padded, width, dilation, words};
    for (const auto &[function, supported] :
         {std::pair(reading::baselineConvolution(), true), std::pair(reading::avx2Convolution(), reading::hasAvx2()),
          std::pair(reading::avx512Convolution(), reading::hasAvx512())}) {
        if (!function || !supported)
            continue;
        sums.assign(sums.size(), -1);
        function(call);
        QCOMPARE(sums, expected);
    }
}

void PunctuationTest::judgesAsThePlainArithmeticOfTheNet()
{
    TinyModel tiny = randomModel();
    tiny.thresholds = {0.4F, 0.3F, 0.6F};
    const QStringList words =
        u"so ada wrote the first program and it's from 1843 the first the machine ran so so ada"_s.split(u' ');
    const auto model = PunctuationModel::load(tiny.bytes());
    QVERIFY(model);
    const std::vector<Judgement> judged = model->judge(tokensOf(words));
    QCOMPARE(judged.size(), size_t(words.size()));

    const auto table = reading::WordRows::make((tiny.vocabulary.join(u'\n') + u'\n').toUtf8(),
                                               qint32(tiny.vocabulary.size()), tiny.unknown, tiny.ends);
    QVERIFY(table);
    std::vector<std::array<int, 3>> rows;
    for (const QString &word : words)
        rows.push_back(table->rowsOf(word).value());
    const std::vector<std::array<double, 7>> answers = tiny.answers(rows);
    for (size_t i = 0; i < judged.size(); ++i) {
        std::array<double, 7> p{};
        std::ranges::transform(answers[i], p.begin(), [](double logit) { return std::exp(logit); });
        const double marks = p[0] + p[1] + p[2] + p[3];
        const double casings = p[4] + p[5] + p[6];
        constexpr double tolerance = 0.03; // of rounding to steps
        QVERIFY(std::abs(judged[i].end - (logOdds((p[2] + p[3]) / marks) - logOdds(0.4))) < tolerance);
        QVERIFY(std::abs(judged[i].comma - (logOdds(p[1] / marks) - logOdds(0.3))) < tolerance);
        if (std::abs(answers[i][3] - answers[i][2]) > tolerance)
            QCOMPARE(judged[i].isQuestion, p[3] > p[2]);
        const double capital = (p[5] + p[6]) / casings;
        if (std::abs(logOdds(capital) - logOdds(0.6)) > tolerance
            && std::abs(answers[i][6] - answers[i][5]) > tolerance)
            QCOMPARE(judged[i].casing,
                     capital < 0.6     ? Casing::Lower
                         : p[6] > p[5] ? Casing::Upper
                                       : Casing::Capitalised);
    }
}

void PunctuationTest::aWordIsKnownInAnySpelling_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("same");
    QTest::newRow("capital") << u"Ada"_s << u"ada"_s;
    QTest::newRow("punctuation") << u"“ada,”"_s << u"ada"_s;
    QTest::newRow("typographic apostrophe") << u"It’s"_s << u"it's"_s;
    QTest::newRow("any year") << u"1843"_s << u"2026"_s;
    QTest::newRow("accent") << u"ÉTÉ"_s << u"été"_s;
}

void PunctuationTest::aWordIsKnownInAnySpelling()
{
    QFETCH(QString, token);
    QFETCH(QString, same);
    const auto model = PunctuationModel::load(randomModel().bytes());
    QVERIFY(model);
    const QStringList one{u"so"_s, token, u"wrote"_s};
    const QStringList other{u"so"_s, same, u"wrote"_s};
    QCOMPARE(model->judge(tokensOf(one)), model->judge(tokensOf(other)));
}

// Worked out with features.py: the file's rows are numbered by these hashes.
void PunctuationTest::rowsAreThoseOfTheTrainer()
{
    QCOMPARE(reading::hashOf(u""), 0x811c9dc5U);
    QCOMPARE(reading::hashOf(u"a"), 0xe40c292cU);
    QCOMPARE(reading::hashOf(u"foobar"), 0xbf9cf968U);
    const auto rows = reading::WordRows::make("the\nof\n", 2, 2048, 4096);
    QVERIFY(rows);
    QCOMPARE(rows->count(), 2 + 2048 + 2 * 4096);
    QCOMPARE(rows->rowsOf(u"Of").value(), (reading::WordRows::Rows{1, 5226, 9322}));
    QCOMPARE(rows->rowsOf(u"Tiananmen’s").value(), (reading::WordRows::Rows{198, 2821, 7759}));
}

void PunctuationTest::whatHasNoLetterIsPassedOver()
{
    const auto model = PunctuationModel::load(randomModel().bytes());
    QVERIFY(model);
    const std::vector<Judgement> plain = model->judge(tokensOf({u"so"_s, u"ada"_s, u"wrote"_s}));
    const std::vector<Judgement> judged = model->judge(tokensOf({u"so"_s, u"–"_s, u"ada"_s, u"..."_s, u"wrote"_s}));
    QCOMPARE(judged, (std::vector<Judgement>{plain[0], {}, plain[1], {}, plain[2]}));
    QCOMPARE(model->judge(tokensOf({u"–"_s})), std::vector<Judgement>(1));
    QVERIFY(model->judge({}).empty());
}

void PunctuationTest::aLongTextIsJudgedAsItsParts()
{
    const TinyModel tiny = randomModel();
    const auto model = PunctuationModel::load(tiny.bytes());
    QVERIFY(model);
    std::mt19937 random(5);
    QStringList words;
    for (int i = 0; i < 3000; ++i)
        words.append(tiny.vocabulary[qsizetype(random() % size_t(tiny.vocabulary.size()))]);
    const std::vector<QStringView> tokens = tokensOf(words);
    const std::vector<Judgement> whole = model->judge(tokens);
    constexpr size_t context = 20; // more than the net looks at
    for (size_t begin = 0; begin + 100 < tokens.size(); begin += 37) {
        const std::vector<Judgement> part = model->judge(std::span(tokens).subspan(begin, 100));
        for (size_t i = begin == 0 ? 0 : context; i < 100 - context; ++i)
            QCOMPARE(part[i], whole[begin + i]);
    }
}

void PunctuationTest::aDamagedFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = randomModel().bytes();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray(4096, 'x');
    QTest::newRow("cut") << whole.first(whole.size() - 8);
    QTest::newRow("one byte more") << whole + 'x';
    const auto resealed = [](QByteArray bytes) {
        bytes.chop(8);
        const quint64 sum = punctuationChecksum(bytes);
        return bytes.append(reinterpret_cast<const char *>(&sum), 8);
    };
    QCOMPARE(resealed(whole), whole);
    QTest::newRow("cut and resealed") << resealed(whole.first(whole.size() - 16));
    QTest::newRow("eight bytes more, resealed") << resealed(whole + QByteArray(8, 'x'));
    for (const int place : {8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56}) {
        QByteArray changed = whole;
        changed.replace(place, 4, QByteArray::fromHex("ffffffff"));
        QTest::addRow("not a number at %d", place) << resealed(changed);
    }
    QByteArray changed = whole;
    changed[whole.size() / 2] = char(changed[whole.size() / 2] ^ 1);
    QTest::newRow("one bit") << changed;
}

void PunctuationTest::aDamagedFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto model = PunctuationModel::load(bytes);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::PunctuationModelDamaged);
}

void PunctuationTest::anEmptyModelKnowsNothing()
{
    const PunctuationModel model;
    QVERIFY(model.isEmpty());
    QCOMPARE(model.judge(tokensOf({u"so"_s, u"ada"_s})), std::vector<Judgement>(2));
}

QTEST_GUILESS_MAIN(PunctuationTest)
#include "test_punctuation.moc"
