// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/punctuation.h"

#include "reading/punctuationnet.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earmark::reading {

namespace {

float logOdds(float probability)
{
    constexpr float least = 1e-6F;
    const float inside = std::clamp(probability, least, 1 - least);
    return std::log(inside / (1 - inside));
}

template <size_t Count>
std::array<float, Count> probabilities(const float *logits)
{
    std::array<float, Count> result;
    const float most = *std::max_element(logits, logits + Count);
    float sum = 0;
    for (size_t i = 0; i < Count; ++i)
        sum += result[i] = std::exp(logits[i] - most);
    for (float &value : result)
        value /= sum;
    return result;
}

} // namespace

struct PunctuationModel::Net : PunctuationNet {
    explicit Net(PunctuationNet net)
        : PunctuationNet(std::move(net)), endOdds(logOdds(endThreshold)), commaOdds(logOdds(commaThreshold))
    {
    }

    [[nodiscard]] Judgement judgement(const float *answers) const
    {
        const auto [none, comma, stop, question] = probabilities<4>(answers);
        const auto [lower, capitalised, upper] = probabilities<3>(answers + 4);
        return {logOdds(stop + question) - endOdds, logOdds(comma) - commaOdds, question > stop,
                1 - lower < casingThreshold ? Casing::Lower
                    : upper > capitalised   ? Casing::Upper
                                            : Casing::Capitalised};
    }

    float endOdds;
    float commaOdds;
};

PunctuationModel::PunctuationModel() = default;
PunctuationModel::~PunctuationModel() = default;
PunctuationModel::PunctuationModel(const PunctuationModel &) = default;
PunctuationModel::PunctuationModel(PunctuationModel &&) noexcept = default;
PunctuationModel &PunctuationModel::operator=(const PunctuationModel &) = default;
PunctuationModel &PunctuationModel::operator=(PunctuationModel &&) noexcept = default;

Result<PunctuationModel> PunctuationModel::load(const QByteArray &bytes)
{
    std::optional<PunctuationNet> net = parsePunctuationNet(bytes);
    if (!net)
        return failure(ErrorCode::PunctuationModelDamaged);
    PunctuationModel model;
    model.m_net = std::make_shared<const Net>(*std::move(net));
    return model;
}

PunctuationModel::Zeros PunctuationModel::zeros() const
{
    return isEmpty() ? Zeros() : Zeros{m_net->endOdds, m_net->commaOdds};
}

std::optional<int> PunctuationModel::rankOf(QStringView word) const
{
    return isEmpty() ? std::nullopt : m_net->rows.placeOf(word);
}

std::vector<Judgement> PunctuationModel::judge(std::span<const QStringView> tokens) const
{
    std::vector<Judgement> judgements(tokens.size());
    if (isEmpty())
        return judgements;
    std::vector<WordRows::Rows> words;
    std::vector<size_t> places;
    words.reserve(tokens.size());
    places.reserve(tokens.size());
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (const auto rows = m_net->rows.rowsOf(tokens[i])) {
            words.push_back(*rows);
            places.push_back(i);
        }
    }
    const std::vector<float> answers = answersOf(*m_net, words);
    for (size_t i = 0; i < words.size(); ++i)
        judgements[places[i]] = m_net->judgement(answers.data() + i * PunctuationNet::answers);
    return judgements;
}

} // namespace earmark::reading
