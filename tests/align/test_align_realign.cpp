// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/cepstrum.h"
#include "align/phonechain.h"
#include "align/realign.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::align;

namespace {

constexpr int phonemeCount = 12;

// Speech made by a hidden Markov model of known parameters: each phoneme has three sounds, which last
// a random time each.
class Speaker
{
public:
    Speaker()
    {
        for (auto &sound : m_sounds) {
            for (float &value : sound)
                value = m_normal(m_random);
        }
        recording.cepstra.width = cepstrumSize;
    }

    std::vector<int> randomWord()
    {
        std::vector<int> phonemes(2 + m_random() % 4);
        for (int &phoneme : phonemes)
            phoneme = int(m_random() % phonemeCount);
        return phonemes;
    }

    // Returns the first frame.
    int say(const std::vector<int> &phonemes)
    {
        const int start = recording.cepstra.count();
        for (const int phoneme : phonemes) {
            for (int s = 0; s < statesPerPhone; ++s)
                add(m_sounds[size_t(phoneme * statesPerPhone + s)], 1 + int(m_random() % 4), 1);
        }
        return start;
    }
    void pause(int frames) { add(m_silence, frames, 0); }
    void noise(int frames)
    {
        std::array<float, cepstrumSize> sound{};
        for (int t = 0; t < frames; ++t) {
            for (float &value : sound)
                value = 3 * m_normal(m_random);
            add(sound, 1, 1);
        }
    }

    Sound recording;

private:
    void add(const std::array<float, cepstrumSize> &sound, int frames, float activity)
    {
        for (int t = 0; t < frames; ++t) {
            for (const float value : sound)
                recording.cepstra.values.push_back(value + 0.5F * m_normal(m_random));
            recording.activity.push_back(activity);
        }
    }

    std::mt19937 m_random{11};
    std::normal_distribution<float> m_normal;
    std::array<std::array<float, cepstrumSize>, size_t(phonemeCount *statesPerPhone)> m_sounds{};
    std::array<float, cepstrumSize> m_silence{-4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
};

void addWord(Track &track, const std::vector<int> &phonemes)
{
    const int word = int(track.words.size());
    track.words.push_back({word, track.length});
    for (const int phoneme : phonemes) {
        track.phones.push_back({phoneme, word, track.length});
        track.length += 8;
    }
}

// A path from first frames of words that lies, word for word, up to `off` frames beside them.
Path roughPath(const Track &track, const std::vector<int> &starts, int frames, int off)
{
    std::mt19937 random(5);
    Path path{1, std::vector<int>(size_t(frames), 0), std::vector<int>(size_t(frames), Path::pause)};
    std::vector<int> rough;
    for (const int start : starts)
        rough.push_back(std::clamp(start + int(random() % unsigned(2 * off + 1)) - off,
                                   rough.empty() ? 0 : rough.back() + 1, frames - 1));
    rough.push_back(frames);
    for (size_t i = 0; i < starts.size(); ++i) {
        const int begin = track.words[i].firstFrame;
        const int end = i + 1 < track.words.size() ? track.words[i + 1].firstFrame : track.length;
        for (int t = rough[i]; t < rough[i + 1]; ++t) {
            path.word[size_t(t)] = int(i);
            path.place[size_t(t)] = begin + (end - begin) * (t - rough[i]) / (rough[i + 1] - rough[i]);
        }
    }
    return path;
}

std::vector<int> startsIn(const Path &path, size_t words)
{
    std::vector<int> starts(words, -1);
    for (size_t t = path.word.size(); t-- > 0;) {
        if (path.word[t] != Path::pause)
            starts[size_t(path.word[t])] = int(t);
    }
    return starts;
}

struct Episode {
    Speaker speaker;
    Track track;
    std::vector<int> starts; // of each word
};

Episode episode(int words)
{
    Episode made;
    made.track.phonemes.resize(phonemeCount);
    for (int i = 0; i < words; ++i) {
        const auto word = made.speaker.randomWord();
        addWord(made.track, word);
        if (i % 4 == 0)
            made.speaker.pause(30);
        made.starts.push_back(made.speaker.say(word));
    }
    made.speaker.pause(30);
    return made;
}

int within(const std::vector<int> &found, const std::vector<int> &expected, int frames)
{
    int count = 0;
    for (size_t i = 0; i < found.size(); ++i)
        count += std::abs(found[i] - expected[i]) <= frames ? 1 : 0;
    return count;
}

} // namespace

class TestAlignRealign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainHasPausesBetweenWordsOnly()
    {
        Track track;
        track.words = {{0, 0}, {1, 10}, {2, 20}};
        track.phones = {{0, 0, 0}, {1, 0, 4}, {TrackPhone::pause, 0, 8}, {2, 2, 20}};
        track.length = 29;
        const PhoneChain chain = makePhoneChain(track);
        QCOMPARE(chain.emission, (std::vector<int>{unlabelled, 0, 1, 2, 3, 4, 5, unlabelled, 6, 7, 8, unlabelled}));
        QCOMPARE(chain.word, (std::vector<int>{Path::pause, 0, 0, 0, 0, 0, 0, Path::pause, 2, 2, 2, Path::pause}));
        QCOMPARE(chain.place.back(), 29);
        const Lattice lattice = latticeOf(chain);
        QCOMPARE(lattice.pauses, (std::vector<int>{0, 7, 11}));
        QVERIFY(lattice.skip[1] > lattice.skip[2]);
    }

    void labelsCutPhonesIntoThirds()
    {
        Track track;
        track.words = {{0, 0}, {1, 12}};
        track.phones = {{4, 0, 0}, {TrackPhone::pause, 0, 6}, {2, 1, 12}};
        track.length = 18;
        const Path path{2, {0, 2, 4, 6, 12, 14, 16}, {0, 0, 0, 0, 1, 1, Path::pause}};
        QCOMPARE(
            labelsFrom(path, track, 14),
            (std::vector<int>{12, 12, 13, 13, 14, 14, unlabelled, unlabelled, 6, 6, 7, 7, unlabelled, unlabelled}));
    }

    void wordsAreFoundFromARoughPath()
    {
        const Episode made = episode(400);
        const Path rough = roughPath(made.track, made.starts, made.speaker.recording.cepstra.count(), 8);
        QVERIFY(within(startsIn(rough, 400), made.starts, 1) < 150);
        const auto path = realign(made.speaker.recording, made.track, rough, {}, {}, {});
        QVERIFY(path);
        const int right = within(startsIn(path->path, 400), made.starts, 1);
        QVERIFY2(right > 380, qPrintable(QString::number(right)));
    }

    void threadsChangeNothing()
    {
        const Episode made = episode(100);
        const Path rough = roughPath(made.track, made.starts, made.speaker.recording.cepstra.count(), 8);
        const auto one = realign(made.speaker.recording, made.track, rough, {.threads = 1}, {}, {});
        const auto four = realign(made.speaker.recording, made.track, rough, {.threads = 4}, {}, {});
        QVERIFY(one && four);
        QCOMPARE(one->path.word, four->path.word);
        QCOMPARE(one->path.place, four->path.place);
    }

    void soundThatIsNotInTheTextIsPassedOver()
    {
        Episode made = episode(200);
        constexpr int noise = 400;
        made.speaker.noise(noise);
        for (int i = 0; i < 100; ++i) {
            const auto word = made.speaker.randomWord();
            addWord(made.track, word);
            made.starts.push_back(made.speaker.say(word));
        }
        const int noiseBegin = made.starts[200] - noise;
        Path rough = roughPath(made.track, made.starts, made.speaker.recording.cepstra.count(), 8);
        std::fill_n(rough.word.begin() + noiseBegin + 20, noise - 40, Path::pause);
        const auto path = realign(made.speaker.recording, made.track, rough, {}, {}, {});
        QVERIFY(path);
        const std::vector<int> found = startsIn(path->path, 300);
        const int right = within(found, made.starts, 1);
        QVERIFY2(right > 285, qPrintable(QString::number(right)));
        // Some of the noise goes to the words beside it; none of the words goes into the noise.
        for (const int start : found)
            QVERIFY(start < noiseBegin + 40 || start > noiseBegin + noise - 40);
    }

    void wordsThatNobodySaysAreLeftOut()
    {
        Episode made = episode(150);
        for (int i = 0; i < 12; ++i) {
            addWord(made.track, made.speaker.randomWord());
            made.starts.push_back(made.speaker.recording.cepstra.count());
        }
        for (int i = 0; i < 150; ++i) {
            const auto word = made.speaker.randomWord();
            addWord(made.track, word);
            made.starts.push_back(made.speaker.say(word));
        }
        const Path rough = roughPath(made.track, made.starts, made.speaker.recording.cepstra.count(), 8);
        const auto path = realign(made.speaker.recording, made.track, rough, {}, {}, {});
        QVERIFY(path);
        const std::vector<int> found = startsIn(path->path, 312);
        const auto skipped = std::count(found.begin() + 150, found.begin() + 162, -1);
        QVERIFY2(skipped >= 10, qPrintable(QString::number(skipped)));
        QVERIFY(within(found, made.starts, 1) > 280);
    }

    void aPathThatFollowsTheSoundIsMoreDistinct()
    {
        const Episode made = episode(200);
        const int frames = made.speaker.recording.cepstra.count();
        const Path right = roughPath(made.track, made.starts, frames, 0);
        std::vector<int> even;
        for (int i = 0; i < 200; ++i)
            even.push_back(frames * i / 200);
        const Path wrong = roughPath(made.track, even, frames, 0);
        const auto distinct = [&](const Path &path) {
            return distinctnessAlong(path, made.speaker.recording, made.track, 1, {});
        };
        QVERIFY2(distinct(right) > distinct(wrong) + 1,
                 qPrintable(u"%1, %2"_s.arg(distinct(right)).arg(distinct(wrong))));
    }

    void nothingToAlignGivesNothing()
    {
        const Episode made = episode(5);
        QVERIFY(!realign({}, made.track, Path{1, {}, {}}, {}, {}, {}));
        const CancelToken cancel;
        cancel.cancel();
        const Path rough = roughPath(made.track, made.starts, made.speaker.recording.cepstra.count(), 2);
        QVERIFY(!realign(made.speaker.recording, made.track, rough, {}, cancel, {}));
    }
};

QTEST_GUILESS_MAIN(TestAlignRealign)
#include "test_align_realign.moc"
