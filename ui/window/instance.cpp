// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/instance.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int patience = 1000; // ms

QString serviceName()
{
    return QStringLiteral(EARMARK_APP_ID);
}

// As the specification has it: the name with "/" for "." and "_" for "-".
QString objectPath()
{
    return u'/' + serviceName().replace(u'.', u'/').replace(u'-', u'_');
}

QString tokenOf(const QVariantMap &platformData)
{
    const QString token = platformData.value(u"activation-token"_s).toString();
    return token.isEmpty() ? platformData.value(u"desktop-startup-id"_s).toString() : token;
}

QVariantMap platformData()
{
    const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN", qEnvironmentVariable("DESKTOP_STARTUP_ID"));
    return token.isEmpty() ? QVariantMap() : QVariantMap{{u"activation-token"_s, token}};
}

QString libraryOfRunning(const QDBusConnection &bus)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(serviceName(), objectPath(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << serviceName() + u".Library"_s << u"Path"_s;
    const QDBusReply<QVariant> answer = bus.call(question, QDBus::Block, patience);
    return answer.isValid() ? answer.value().toString() : QString();
}

} // namespace

Instance::Instance(const QString &libraryPath, QObject *parent) : QObject(parent), m_libraryPath(libraryPath)
{
    new ApplicationAdaptor(this);
    new LibraryAdaptor(this);
}

Instance::~Instance()
{
    if (!m_isClaimed)
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.unregisterService(serviceName());
    bus.unregisterObject(objectPath());
}

bool Instance::handOver(const QString &libraryPath, const QStringList &urls)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(serviceName())
        || libraryOfRunning(bus) != libraryPath)
        return false;
    QDBusMessage request = QDBusMessage::createMethodCall(serviceName(), objectPath(), u"org.freedesktop.Application"_s,
                                                          urls.isEmpty() ? u"Activate"_s : u"Open"_s);
    if (!urls.isEmpty())
        request << urls;
    request << platformData();
    return bus.call(request, QDBus::Block, patience).type() == QDBusMessage::ReplyMessage;
}

bool Instance::claim()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The object first: whoever sees the name may call at once.
    m_isClaimed = bus.isConnected() && bus.registerObject(objectPath(), this) && bus.registerService(serviceName());
    if (!m_isClaimed && bus.isConnected())
        bus.unregisterObject(objectPath());
    return m_isClaimed;
}

void ApplicationAdaptor::Activate(const QVariantMap &platformData)
{
    Q_EMIT m_instance->activated(tokenOf(platformData));
}

void ApplicationAdaptor::Open(const QStringList &urls, const QVariantMap &platformData)
{
    Q_EMIT m_instance->opened(urls, tokenOf(platformData));
}

// The desktop entry has no actions.
void ApplicationAdaptor::ActivateAction(const QString & /*name*/, const QVariantList & /*parameter*/,
                                        const QVariantMap &platformData)
{
    Activate(platformData);
}

} // namespace earmark::ui
