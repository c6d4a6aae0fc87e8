// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QStringView>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace earmark::reading {

enum class Casing : quint8 { Lower, Capitalised, Upper };

// What a model makes of a word by the words around it.
struct Judgement {
    float end = 0;                 // how likely a sentence ends after it, as log-odds: above 0 the model would end one
    float comma = 0;               // the same of a comma, where no sentence ends
    bool isQuestion = false;       // what ends here is a question, if anything does
    Casing casing = Casing::Lower; // where no sentence begins

    bool operator==(const Judgement &) const = default;
};

// Where English speech has its commas, sentence ends and capitals: a trained net, see
// resources/punctuation/README.md. A value; copies share what they read from.
class PunctuationModel
{
public:
    // Knows nothing.
    PunctuationModel();
    ~PunctuationModel();
    PunctuationModel(const PunctuationModel &);
    PunctuationModel(PunctuationModel &&) noexcept;
    PunctuationModel &operator=(const PunctuationModel &);
    PunctuationModel &operator=(PunctuationModel &&) noexcept;

    // From a file's bytes in the layout that the README describes. Error: PunctuationModelDamaged.
    [[nodiscard]] static Result<PunctuationModel> load(const QByteArray &bytes);

    // What a judgement's log-odds are counted from: those of the probabilities at which the model would end
    // a sentence or set a comma.
    struct Zeros {
        float end = 0;
        float comma = 0;
    };
    [[nodiscard]] Zeros zeros() const;

    [[nodiscard]] bool isEmpty() const { return m_net == nullptr; }

    // The word's place among those that the model knows, the most common first; nullopt for others.
    [[nodiscard]] std::optional<int> rankOf(QStringView word) const;

    // One judgement a word, in linear time; the same on every machine but for rounding. Tokens without a
    // letter or digit are passed over and get an empty one, and so does every word of an empty model.
    [[nodiscard]] std::vector<Judgement> judge(std::span<const QStringView> tokens) const;

private:
    struct Net;
    std::shared_ptr<const Net> m_net;
};

} // namespace earmark::reading
