// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/deviceformat.h"
#include "playback/playbackclock.h"
#include "playback/samplequeue.h"
#include "playback/silenceskipper.h"
#include "playback/stretcher.h"

#include "audio/madeaudio.h"

#include <utility>

using namespace earmark;
using namespace earmark::playback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rate = 48000;

std::vector<qint16> samplesOf(const std::vector<Block> &blocks)
{
    std::vector<qint16> samples;
    for (const Block &block : blocks)
        samples.insert(samples.end(), block.samples.begin(), block.samples.end());
    return samples;
}

// Rising zero crossings a second.
double pitchOf(std::span<const qint16> samples)
{
    int crossings = 0;
    for (size_t i = 1; i < samples.size(); ++i)
        crossings += samples[i - 1] < 0 && samples[i] >= 0;
    return double(crossings) * rate / double(samples.size());
}

Block blockOf(double mediaStart, int frames, double speed = 1, qint16 value = 1)
{
    return {std::vector<qint16>(size_t(frames), value), mediaStart, speed};
}

PlaybackClock::Instant at(std::chrono::milliseconds time)
{
    return PlaybackClock::Instant{} + 1h + time;
}

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalSpeedChangesNothing();
    void speedKeepsThePitch_data() { speeds(); }
    void speedKeepsThePitch();
    void stretchedSamplesTellTheirPlace_data() { speeds(); }
    void stretchedSamplesTellTheirPlace();
    void unsignedBytesKeepTheExtremes_data();
    void unsignedBytesKeepTheExtremes();
    void queueGivesSilenceWhenEmpty();
    void queueTakesNothingOfAFormerEpoch();
    void queueGivesNothingToAFormerSession();
    void silenceInTheMiddleIsCounted();
    void replacedBlocksGoOnWhereTheListenerIs();
    void jumpFadesFromWhatWasHeard();
    void formerSoundGoesOnUntilTheNewPlaceIsThere();
    void seamOfALoopDoesNotClick();
    void whoLeavesHearsTheSoundFade();
    void silenceIsShortened_data();
    void silenceIsShortened();
    void quietVoicesAndMusicAreNoSilence_data();
    void quietVoicesAndMusicAreNoSilence();
    void timeSavedIsCountedWhenItWouldBeHeard();
    void clockRunsBetweenReports();
    void clockFollowsTheSpeed();
    void clockStandsDuringSilence();
    void clockGoesBackWithALoop();
    void clockShowsAJumpAtOnceAndUntilItIsHeard();
    void clockNeverFallsByJitter();
    void clockStopsWhereItWas();
    void clockKnowsWhenAllIsHeard();

private:
    void speeds();
};

void TestPipeline::speeds()
{
    QTest::addColumn<double>("speed");
    for (const double speed : {0.5, 0.75, 0.95, 1.05, 1.25, 1.3, 1.5, 2.0, 2.5, 3.0})
        QTest::addRow("%g", speed) << speed;
}

void TestPipeline::normalSpeedChangesNothing()
{
    const auto samples = made::noise(rate, 0.5);
    Stretcher stretcher(rate, 1, 1, 1000);
    std::vector<Block> blocks;
    stretcher.feed(samples, blocks);
    stretcher.finish(blocks);
    QVERIFY(samplesOf(blocks) == samples);
    QCOMPARE(blocks.front().mediaStart, 1000);
    QCOMPARE(blocks.front().mediaPerFrame, 1);
}

void TestPipeline::speedKeepsThePitch()
{
    QFETCH(double, speed);
    const auto tone = made::tone(rate, 10, 220);
    Stretcher stretcher(rate, 1, speed, 0);
    std::vector<Block> blocks;
    stretcher.feed(tone, blocks);
    stretcher.finish(blocks);
    const auto out = samplesOf(blocks);
    QVERIFY2(std::abs(double(out.size()) * speed / double(tone.size()) - 1) < 0.01, "the length is wrong");
    const double pitch = pitchOf(std::span(out).subspan(rate / 10, out.size() - rate / 5));
    QVERIFY2(std::abs(pitch / 220 - 1) < 0.01, qPrintable(QString::number(pitch)));
}

// A tone whose pitch says where in the file it is, in steps of half a second.
void TestPipeline::stretchedSamplesTellTheirPlace()
{
    QFETCH(double, speed);
    std::vector<qint16> stairs;
    constexpr int steps = 60;
    for (int step = 0; step < steps; ++step) {
        const auto tone = made::tone(rate, 0.5, step % 2 ? 200 : 400);
        stairs.insert(stairs.end(), tone.begin(), tone.end());
    }
    constexpr double start = 7 * rate;
    Stretcher stretcher(rate, 1, speed, start);
    std::vector<Block> blocks;
    for (std::span<const qint16> rest = stairs; !rest.empty();) {
        const auto part = rest.first(std::min(rest.size(), size_t(2400)));
        stretcher.feed(part, blocks);
        rest = rest.subspan(part.size());
    }
    stretcher.finish(blocks);

    // Where the period changes, the place told has to be a multiple of half a second.
    std::vector<double> off;
    size_t lastRise = 0;
    size_t index = 0;
    bool high = true;
    double end = start;
    qint16 before = 0;
    for (const Block &block : blocks) {
        QVERIFY2(std::abs(block.mediaStart - end) < 1, "the places of two blocks do not meet");
        end = block.mediaStart + double(block.samples.size()) * block.mediaPerFrame;
        for (size_t i = 0; i < block.samples.size(); ++i, ++index) {
            const bool rises = before < 0 && block.samples[i] >= 0;
            before = block.samples[i];
            if (!rises)
                continue;
            const size_t period = index - std::exchange(lastRise, index);
            if (period < 100 || period > 260 || (period < 180) == high)
                continue;
            high = !high;
            const double place = block.mediaStart + double(i) * block.mediaPerFrame - start;
            off.push_back(std::abs(std::remainder(place, 0.5 * rate)) / rate);
        }
    }
    QVERIFY2(off.size() >= steps / 2, qPrintable(u"%1 steps found"_s.arg(off.size())));
    std::ranges::sort(off);
    QVERIFY2(off[off.size() / 2] < 0.03, qPrintable(u"median %1 s"_s.arg(off[off.size() / 2])));
    QVERIFY2(off.back() < 0.08, qPrintable(u"worst %1 s"_s.arg(off.back())));
    QVERIFY(std::abs(end - start - double(stairs.size())) < 1);
}

void TestPipeline::unsignedBytesKeepTheExtremes_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<int>("byte");
    QTest::addRow("lowest") << -32768 << 0;
    QTest::addRow("silence") << 0 << 128;
    QTest::addRow("last that rounds down") << 32639 << 255;
    QTest::addRow("first that would round to 256") << 32640 << 255;
    QTest::addRow("highest") << 32767 << 255;
}

void TestPipeline::unsignedBytesKeepTheExtremes()
{
    QFETCH(int, sample);
    QFETCH(int, byte);
    QAudioFormat format;
    format.setSampleRate(rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::UInt8);
    const auto value = qint16(sample);
    char out = 0;
    writeAs(format, std::span(&value, 1), 1, 1, 1, &out);
    QCOMPARE(int(quint8(out)), byte);
}

void TestPipeline::queueGivesSilenceWhenEmpty()
{
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(5);
    QVERIFY(queue.push(1, {blockOf(100, 10)}));
    std::vector<qint16> out(10 + SampleQueue::fadeFrames, 7);
    std::vector<Piece> pieces;
    queue.pull(5, out, pieces);
    QVERIFY(std::all_of(out.begin(), out.begin() + 10, [](qint16 sample) { return sample == 1; }));
    QCOMPARE(out.back(), qint16(0));
    QCOMPARE(pieces.size(), size_t(2));
    QCOMPARE(pieces[0].frames, 10);
    QCOMPARE(pieces[0].mediaStart, 100);
    QCOMPARE(pieces[1].frames, SampleQueue::fadeFrames);
    QCOMPARE(pieces[1].mediaPerFrame, 0);
    QVERIFY(!queue.isDrained());
    queue.finish(1);
    QVERIFY(queue.isDrained());
}

void TestPipeline::queueTakesNothingOfAFormerEpoch()
{
    SampleQueue queue;
    queue.restart(1, 2);
    QVERIFY(queue.push(1, {blockOf(0, 20)}));
    QCOMPARE(queue.queuedFrames(), 10);
    queue.restart(2, 2);
    QCOMPARE(queue.queuedFrames(), 0);
    QVERIFY(!queue.push(1, {blockOf(0, 20)}));
    queue.finish(1);
    QVERIFY(!queue.isDrained());
    QCOMPARE(queue.nextMedia(), -1);
}

void TestPipeline::queueGivesNothingToAFormerSession()
{
    SampleQueue queue;
    queue.restart(1, 1);
    QVERIFY(queue.push(1, {blockOf(0, 20)}));
    queue.openTo(2);
    std::vector<qint16> out(4);
    std::vector<Piece> pieces;
    queue.pull(1, out, pieces);
    QCOMPARE(out, (std::vector<qint16>(4, 0)));
    QCOMPARE(queue.queuedFrames(), 20);
}

// Before the first sound and behind the last nothing is missing.
void TestPipeline::silenceInTheMiddleIsCounted()
{
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    std::vector<Piece> pieces;
    std::vector<qint16> out(100);
    queue.pull(1, out, pieces);
    QCOMPARE(queue.missingFrames(), 0);
    QVERIFY(queue.push(1, {blockOf(0, 130)}));
    queue.pull(1, out, pieces);
    queue.pull(1, out, pieces);
    QCOMPARE(queue.missingFrames(), 70);
    queue.restart(2, 1, SampleQueue::Former::HeardOn);
    queue.pull(1, out, pieces);
    QCOMPARE(queue.missingFrames(), 170);
    QVERIFY(queue.push(2, {blockOf(0, 30)}));
    queue.finish(2);
    queue.pull(1, out, pieces);
    QCOMPARE(queue.missingFrames(), 170);
}

void TestPipeline::replacedBlocksGoOnWhereTheListenerIs()
{
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    QVERIFY(queue.push(1, {blockOf(0, 1000)}));
    std::vector<qint16> out(300);
    std::vector<Piece> pieces;
    queue.pull(1, out, pieces);
    QCOMPARE(queue.nextMedia(), 300);
    // Decoded from 200 on, at twice the speed: the first 50 frames have been heard already.
    QVERIFY(queue.replace(1, {blockOf(200, 20, 2, 2), blockOf(240, 400, 2, 3)}));
    QCOMPARE(queue.queuedFrames(), 370);
    pieces.clear();
    queue.pull(1, out, pieces);
    QCOMPARE(pieces.front().mediaStart, 300);
    QCOMPARE(pieces.front().mediaPerFrame, 2);
    QCOMPARE(out.back(), qint16(3));
}

namespace {

// A step of a level sound, in one frame, is what the ear takes for a click.
int largestStep(std::span<const qint16> samples)
{
    int most = 0;
    for (size_t i = 1; i < samples.size(); ++i)
        most = std::max(most, std::abs(samples[i] - samples[i - 1]));
    return most;
}

} // namespace

void TestPipeline::jumpFadesFromWhatWasHeard()
{
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    QVERIFY(queue.push(1, {blockOf(0, 2000, 1, 12000)}));
    std::vector<qint16> out(2000);
    std::vector<Piece> pieces;
    queue.pull(1, std::span(out).first(500), pieces);
    queue.restart(2, 1, SampleQueue::Former::HeardOn);
    QVERIFY(queue.push(2, {blockOf(9000, 2000, 1, -12000)}));
    queue.pull(1, std::span(out).subspan(500), pieces);
    QVERIFY2(largestStep(out) < 200, qPrintable(QString::number(largestStep(out))));
    QCOMPARE(out[500 + SampleQueue::fadeFrames], qint16(-12000));
    QCOMPARE(pieces.back().epoch, quint64(2));
    QCOMPARE(pieces.back().mediaStart, 9000.0);
    // And where the sound ends.
    std::vector<qint16> end(2000);
    queue.pull(1, end, pieces);
    QVERIFY2(largestStep(end) < 200, qPrintable(QString::number(largestStep(end))));
    QCOMPARE(end.back(), qint16(0));
}

void TestPipeline::formerSoundGoesOnUntilTheNewPlaceIsThere()
{
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    QVERIFY(queue.push(1, {blockOf(0, 1000, 1, 7)}));
    queue.restart(2, 1, SampleQueue::Former::HeardOn);
    QCOMPARE(queue.queuedFrames(), 0);
    QCOMPARE(queue.nextMedia(), -1);
    std::vector<qint16> out(300);
    std::vector<Piece> pieces;
    queue.pull(1, out, pieces);
    QCOMPARE(out.back(), qint16(7));
    QCOMPARE(pieces.back().epoch, quint64(1));
    QCOMPARE(queue.nextMedia(), -1);
    QVERIFY(!queue.push(1, {blockOf(1000, 10)}));
    // Nothing comes at all: what is left of the former place is not the end of this one.
    queue.finish(2);
    QVERIFY(queue.isDrained());
    queue.pull(1, out, pieces);
    QCOMPARE(out.back(), qint16(0));
}

void TestPipeline::seamOfALoopDoesNotClick()
{
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    Block second = blockOf(0, 1000, 1, -12000);
    second.lap = 1;
    QVERIFY(queue.push(1, {blockOf(0, 1000, 1, 12000), second}));
    std::vector<qint16> out(2000);
    std::vector<Piece> pieces;
    queue.pull(1, out, pieces);
    QVERIFY2(largestStep(out) < 200, qPrintable(QString::number(largestStep(out))));
    QCOMPARE(pieces.back().lap, 1);
    QCOMPARE(queue.lap(), 1);
}

void TestPipeline::clockGoesBackWithALoop()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, 1000);
    const std::vector<Piece> pieces{{100, 500, 1, 1, 0}, {100, 500, 1, 1, 1}, {100, 500, 1, 1, 2}};
    clock.handed(1, pieces);
    clock.heard(1, 50, at(50ms));
    QCOMPARE(clock.mediaAt(at(50ms)), 550.0);
    QCOMPARE(clock.mediaAt(at(95ms)), 595.0);
    clock.heard(1, 110, at(110ms));
    QCOMPARE(clock.mediaAt(at(110ms)), 510.0);
    // Jitter does not show the lap before again.
    QCOMPARE(clock.mediaAt(at(90ms)), 510.0);
    clock.heard(1, 220, at(220ms));
    QCOMPARE(clock.mediaAt(at(220ms)), 520.0);
}

void TestPipeline::whoLeavesHearsTheSoundFade()
{
    constexpr int fade = SampleQueue::fadeFrames;
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    QVERIFY(queue.push(1, {blockOf(0, 4000, 1, 8000)}));
    std::vector<qint16> out(1000);
    std::vector<Piece> pieces;
    queue.pull(1, out, pieces);
    queue.openTo(0);
    queue.restart(2, 1);
    pieces.clear();
    qint16 before = 8000;
    // In parts, as a device takes them.
    for (const size_t count : {100, 100, 300}) {
        queue.pull(1, std::span(out).first(count), pieces);
        for (size_t i = 0; i < count; ++i) {
            QVERIFY2(out[i] <= before && before - out[i] < 8000 / fade + 3, "a click");
            before = out[i];
        }
    }
    QCOMPARE(before, qint16(0));
    QVERIFY(std::ranges::all_of(pieces, [](const Piece &piece) { return piece.mediaPerFrame == 0; }));
}

namespace {

std::vector<qint16> joined(std::initializer_list<std::vector<qint16>> parts)
{
    std::vector<qint16> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

// Fed in odd pieces, as decoders give them.
std::pair<std::vector<qint16>, qint64> shortened(std::span<const qint16> samples)
{
    SilenceSkipper skipper({rate, 1});
    std::vector<SilenceSkipper::Run> runs;
    while (!samples.empty()) {
        const size_t count = std::min<size_t>(samples.size(), 1111);
        skipper.feed(samples.first(count), runs);
        samples = samples.subspan(count);
    }
    skipper.finish(runs);
    std::pair<std::vector<qint16>, qint64> result;
    for (const SilenceSkipper::Run &run : runs) {
        result.first.insert(result.first.end(), run.samples.begin(), run.samples.end());
        result.second += run.skipped;
    }
    return result;
}

} // namespace

void TestPipeline::silenceIsShortened_data()
{
    QTest::addColumn<double>("silence"); // seconds
    QTest::addColumn<double>("left");
    QTest::newRow("a breath") << 0.25 << 0.25;
    QTest::newRow("a comma") << 0.5 << 0.5;
    QTest::newRow("a pause") << 1.0 << 0.45;
    QTest::newRow("a long one") << 30.0 << 0.45;
}

void TestPipeline::silenceIsShortened()
{
    QFETCH(double, silence);
    QFETCH(double, left);
    const auto voice = made::noise(rate, 1);
    const auto whole = joined({voice, made::tone(rate, silence, 50, 20), voice});
    const auto [heard, skipped] = shortened(whole);
    QCOMPARE(qint64(heard.size()) + skipped, qint64(whole.size()));
    QVERIFY2(std::abs(double(heard.size()) / rate - 2 - left) < 0.03, qPrintable(QString::number(heard.size())));
    // What is said is all there.
    QVERIFY(std::equal(voice.begin(), voice.end(), heard.begin()));
    QVERIFY(std::equal(voice.rbegin(), voice.rend(), heard.rbegin()));
}

void TestPipeline::quietVoicesAndMusicAreNoSilence_data()
{
    QTest::addColumn<double>("before"); // amplitudes
    QTest::addColumn<double>("after");
    QTest::newRow("a quiet recording") << 900.0 << 400.0;
    QTest::newRow("music under the talk") << 12000.0 << 800.0;
}

void TestPipeline::quietVoicesAndMusicAreNoSilence()
{
    QFETCH(double, before);
    QFETCH(double, after);
    const auto whole = joined({made::tone(rate, 2, 200, before), made::tone(rate, 3, 200, after)});
    const auto [heard, skipped] = shortened(whole);
    QVERIFY(heard == whole);
    QCOMPARE(skipped, 0);
}

void TestPipeline::timeSavedIsCountedWhenItWouldBeHeard()
{
    Stretcher stretcher(rate, 1, 2, 0);
    std::vector<Block> blocks;
    const auto voice = made::noise(rate, 1);
    stretcher.feed(voice, blocks);
    stretcher.skip(2 * rate);
    stretcher.feed(voice, blocks);
    stretcher.finish(blocks);
    double media = 0;
    qint64 frames = 0;
    for (const Block &block : blocks) {
        QVERIFY(std::abs(block.mediaStart - media) < 1);
        media = block.mediaStart + double(block.samples.size()) * block.mediaPerFrame;
        frames += qint64(block.samples.size());
    }
    QVERIFY(std::abs(media - 4 * rate) < 1);
    SampleQueue queue;
    queue.restart(1, 1);
    queue.openTo(1);
    QVERIFY(queue.push(1, std::move(blocks)));
    std::vector<qint16> out(size_t(rate / 4));
    std::vector<Piece> pieces;
    queue.pull(1, out, pieces);
    QCOMPARE(queue.savedFrames(), 0.0);
    out.resize(size_t(frames));
    queue.pull(1, out, pieces);
    QCOMPARE(queue.savedFrames(), double(rate)); // at twice the speed
}

void TestPipeline::clockRunsBetweenReports()
{
    PlaybackClock clock;
    clock.jump(1, 5 * rate);
    clock.start(1, rate);
    QCOMPARE(clock.mediaAt(at(0ms)), 5.0 * rate);
    clock.handed(1, std::vector<Piece>{{rate, 5 * rate, 1, 1}});
    // Nothing is heard before the device says so.
    QCOMPARE(clock.mediaAt(at(50ms)), 5.0 * rate);
    clock.heard(1, 480, at(100ms));
    QCOMPARE(clock.mediaAt(at(100ms)), 5.0 * rate + 480);
    QCOMPARE(clock.mediaAt(at(105ms)), 5.0 * rate + 480 + 240);
    // Reports of a device that was stopped meanwhile are not believed.
    clock.heard(7, 40000, at(106ms));
    QCOMPARE(clock.mediaAt(at(110ms)), 5.0 * rate + 480 + 480);
    // A device that falls silent does not carry the playhead away.
    QVERIFY(clock.mediaAt(at(5000ms)) <= 5.0 * rate + 480 + 0.25 * rate);
}

void TestPipeline::clockFollowsTheSpeed()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, rate);
    clock.handed(1, std::vector<Piece>{{4800, 0, 1, 1}, {4800, 4800, 3, 1}, {4800, 4800 + 3 * 4800, 0.5, 1}});
    clock.heard(1, 4800 + 2400, at(100ms));
    QCOMPARE(clock.mediaAt(at(100ms)), 4800.0 + 3 * 2400);
    clock.heard(1, 2 * 4800 + 2400, at(200ms));
    QCOMPARE(clock.mediaAt(at(200ms)), 4800.0 + 3 * 4800 + 1200);
}

void TestPipeline::clockStandsDuringSilence()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, rate);
    clock.handed(1, std::vector<Piece>{{4800, 0, 1, 1}, {4800, 0, 0, 0}, {4800, 4800, 1, 1}});
    clock.heard(1, 6000, at(0ms));
    QCOMPARE(clock.mediaAt(at(0ms)), 4800.0);
    clock.heard(1, 9600 + 48, at(76ms));
    QCOMPARE(clock.mediaAt(at(76ms)), 4848.0);
}

void TestPipeline::clockShowsAJumpAtOnceAndUntilItIsHeard()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, rate);
    clock.handed(1, std::vector<Piece>{{4800, 0, 1, 1}});
    clock.heard(1, 2400, at(0ms));
    clock.jump(2, 90000);
    QCOMPARE(clock.mediaAt(at(0ms)), 90000.0);
    // The rest of the old place is still heard.
    clock.heard(1, 4700, at(48ms));
    QCOMPARE(clock.mediaAt(at(48ms)), 90000.0);
    clock.handed(1, std::vector<Piece>{{4800, 90000, 1, 2}});
    clock.heard(1, 4900, at(52ms));
    QVERIFY(std::abs(clock.mediaAt(at(52ms)) - 90100) < 100);
    clock.jump(3, 10);
    QCOMPARE(clock.mediaAt(at(53ms)), 10.0);
}

void TestPipeline::clockNeverFallsByJitter()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, rate);
    clock.handed(1, std::vector<Piece>{{20 * rate, 0, 1, 1}});
    double last = 0;
    quint32 random = 1;
    for (int ms = 10; ms < 10000; ms += 10) {
        random = random * 1664525u + 1013904223u;
        const qint64 jitter = qint64(random >> 22) - 512; // about 10 ms either way
        clock.heard(1, std::max<qint64>(1, ms * 48 + jitter), at(std::chrono::milliseconds(ms)));
        for (int more = 0; more < 10; more += 5) {
            const double media = clock.mediaAt(at(std::chrono::milliseconds(ms + more)));
            QVERIFY(media >= last);
            QVERIFY2(std::abs(media - (ms + more) * 48) < 800, "the jitter of the reports is seen");
            last = media;
        }
    }
}

void TestPipeline::clockStopsWhereItWas()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, rate);
    clock.handed(1, std::vector<Piece>{{48000, 0, 1, 1}});
    clock.heard(1, 4800, at(0ms));
    clock.stop(at(10ms));
    clock.heard(1, 20000, at(300ms));
    QCOMPARE(clock.mediaAt(at(500ms)), 4800.0 + 480);
}

void TestPipeline::clockKnowsWhenAllIsHeard()
{
    PlaybackClock clock;
    clock.jump(1, 0);
    clock.start(1, rate);
    clock.handed(1, std::vector<Piece>{{4800, 0, 1, 1}, {48000, 0, 0, 0}});
    clock.heard(1, 4000, at(0ms));
    QVERIFY(!clock.isAllHeard(at(0ms)));
    clock.heard(1, 4801, at(17ms));
    QVERIFY(clock.isAllHeard(at(18ms)));
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "test_pipeline.moc"
