// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/marknamesdialog.h"

#include "ui/theme/markline.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int longestName = 40; // characters

// The mark as it looks in the text.
class MarkSample : public QWidget
{
public:
    MarkSample(notes::Mark mark, QWidget *parent) : QWidget(parent), m_mark(mark)
    {
        setFixedSize(fontMetrics().height() * 3, fontMetrics().height() * 3 / 2);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const MarkStyle style = themeFor(palette()).mark(m_mark);
        const double thickness = fontMetrics().height() / 10.0;
        painter.fillRect(rect().adjusted(0, 0, 0, int(-3 * thickness)), style.ground);
        drawMarkLine(painter, style, 0, width(), height() - 2.5 * thickness, thickness);
    }

private:
    notes::Mark m_mark;
};

} // namespace

MarkNamesDialog::MarkNamesDialog(const notes::MarkNames &names, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Names of the marks"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QStringList examples{tr("claim"), tr("quote"), tr("look up"), tr("disagree"), tr("to do")};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    for (int i = 0; i < 5; ++i) {
        auto *field = new QLineEdit(names[size_t(i)], this);
        field->setMaxLength(longestName);
        field->setPlaceholderText(tr("for example: %1").arg(examples[i]));
        field->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
        auto *label = new QLabel(tr("Mark &%1").arg(i + 1), this);
        label->setBuddy(field);
        grid->addWidget(label, i, 0);
        grid->addWidget(new MarkSample(notes::Mark(i + 1), this), i, 1);
        grid->addWidget(field, i, 2);
        m_fields[size_t(i)] = field;
    }
    m_fields.front()->setFocus(Qt::OtherFocusReason);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *remark = new QLabel(tr("They are kept in the library, for all of its episodes."), this);
    remark->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(remark);
    layout->addWidget(buttons);
}

void MarkNamesDialog::accept()
{
    notes::MarkNames names;
    for (size_t i = 0; i < names.size(); ++i)
        names[i] = m_fields[i]->text().simplified();
    Q_EMIT namesChosen(names);
    QDialog::accept();
}

} // namespace earmark::ui
