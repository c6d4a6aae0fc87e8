// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractAdaptor>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace earmark::ui {

// The one running application of a library, as others on the session bus find it
// (org.freedesktop.Application, Desktop Entry Specification 1.5, "D-Bus Activation"). Without a bus
// there may be several.
class Instance : public QObject
{
    Q_OBJECT

public:
    explicit Instance(const QString &libraryPath, QObject *parent = nullptr);
    ~Instance() override;

    // Gives what was asked for to the application that runs on the same library: files, links, or
    // nothing but to come to the front. False where none does, or it does not answer within a second.
    [[nodiscard]] static bool handOver(const QString &libraryPath, const QStringList &urls);

    // From now on this is the one; false where there is no bus, or another one is it.
    bool claim();
    [[nodiscard]] QString libraryPath() const { return m_libraryPath; }

Q_SIGNALS:
    // `token` tells the compositor that the user wanted the window to come forward; may be empty.
    void activated(const QString &token);
    void opened(const QStringList &urls, const QString &token);

private:
    QString m_libraryPath;
    bool m_isClaimed = false;
};

// What the bus calls.
class ApplicationAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    explicit ApplicationAdaptor(Instance *instance) : QDBusAbstractAdaptor(instance), m_instance(instance) {}

public Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): the names are the specification's
    void Activate(const QVariantMap &platformData);
    void Open(const QStringList &urls, const QVariantMap &platformData);
    void ActivateAction(const QString &name, const QVariantList &parameter, const QVariantMap &platformData);
    // NOLINTEND(readability-identifier-naming)

private:
    Instance *m_instance;
};

// Which library the application has open, so that nothing is given to one that has another.
class LibraryAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", EARMARK_APP_ID ".Library")
    Q_PROPERTY(QString Path READ path)

public:
    explicit LibraryAdaptor(Instance *instance) : QDBusAbstractAdaptor(instance), m_instance(instance) {}
    [[nodiscard]] QString path() const { return m_instance->libraryPath(); }

private:
    Instance *m_instance;
};

} // namespace earmark::ui
