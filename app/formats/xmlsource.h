// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/cuebuilder.h"

#include <QXmlStreamReader>

#include <memory>

namespace earmark::formats {

// How whitespace in XML text is read.
enum class XmlSpace {
    Collapse, // a line end is a space like any other
    Preserve, // a line end ends a line
};

// An XML file, token by token, with the place of each in the source. Entities of HTML are known, those
// that a file defines itself expand to a bounded length. "&" and "<" that begin nothing are text.
class XmlSource
{
public:
    explicit XmlSource(const QString &source);
    ~XmlSource();
    XmlSource(const XmlSource &) = delete;
    XmlSource &operator=(const XmlSource &) = delete;

    // False at the end, and where the file is broken or nests too deeply.
    bool readNext();
    [[nodiscard]] QXmlStreamReader &xml() { return m_xml; }

    [[nodiscard]] QStringView source() const { return m_source; }
    [[nodiscard]] qint32 begin() const { return m_begin; } // of the token in the source
    [[nodiscard]] qint32 end() const { return m_end; }

    // An attribute by its local name, whatever its namespace; empty where there is none.
    [[nodiscard]] QString attribute(QStringView name) const;
    // What is wrong with the file; BrokenSyntax.
    [[nodiscard]] std::optional<Warning> fault();

private:
    void feed(qint32 part);

    QStringView m_source;
    qint32 m_offset = 0; // of what the reader is given
    std::unique_ptr<QXmlStreamEntityResolver> m_entities;
    QXmlStreamReader m_xml;
    qint32 m_fed = 0; // what the reader has so far, in the source
    qint32 m_begin = 0;
    qint32 m_end = 0;
    int m_depth = 0;
};

// The text between two places of a source, with CDATA sections and references resolved; `escapedTwice`
// where what they give holds references again.
void addXmlText(CueBuilder &builder, QStringView source, qint32 begin, qint32 end, XmlSpace space,
                bool escapedTwice = false);

} // namespace earmark::formats
