// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QtEndian>

#include <cstddef>

namespace earmark::store {

// Writes little-endian numbers and texts one after the other.
class BlobWriter
{
public:
    explicit BlobWriter(qsizetype expectedSize) { m_bytes.reserve(expectedSize); }

    template <class Number>
    void number(Number value)
    {
        const qsizetype at = m_bytes.size();
        m_bytes.resize(at + qsizetype(sizeof(Number)));
        qToLittleEndian<Number>(value, m_bytes.data() + at);
    }
    // One number for each element of `range`.
    template <class Number, class Range, class Get>
    void column(const Range &range, Get get)
    {
        qsizetype at = m_bytes.size();
        m_bytes.resize(at + qsizetype(range.size()) * qsizetype(sizeof(Number)));
        char *to = m_bytes.data() + at;
        for (const auto &element : range) {
            qToLittleEndian<Number>(static_cast<Number>(get(element)), to);
            to += sizeof(Number);
        }
    }
    // UTF-16, so that whatever a QString can hold comes back as it was.
    void text(QStringView text)
    {
        if (text.isEmpty())
            return; // its pointer may be null
        const qsizetype at = m_bytes.size();
        m_bytes.resize(at + text.size() * 2);
        qToLittleEndian<char16_t>(text.utf16(), text.size(), m_bytes.data() + at);
    }

    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

// Reads them back. The reader has compared the blob's size with what its counts ask for before it
// reads on, so that no count is believed that the bytes do not back.
class BlobReader
{
public:
    explicit BlobReader(QByteArrayView bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    [[nodiscard]] qint64 remaining() const { return m_end - m_at; }

    template <class Number>
    [[nodiscard]] Number number()
    {
        Q_ASSERT(remaining() >= qint64(sizeof(Number)));
        const auto value = qFromLittleEndian<Number>(m_at);
        m_at += sizeof(Number);
        return value;
    }
    template <class Number, class Range, class Set>
    void column(Range &range, Set set)
    {
        Q_ASSERT(remaining() >= qint64(range.size() * sizeof(Number)));
        for (auto &element : range) {
            set(element, qFromLittleEndian<Number>(m_at));
            m_at += sizeof(Number);
        }
    }
    [[nodiscard]] QString text(qsizetype units)
    {
        Q_ASSERT(remaining() >= units * 2);
        QString text(units, Qt::Uninitialized);
        qFromLittleEndian<char16_t>(m_at, units, text.data());
        m_at += units * 2;
        return text;
    }

private:
    const char *m_at;
    const char *m_end;
};

} // namespace earmark::store
