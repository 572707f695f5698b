/** Mail domains, by what they say about the people behind them. Sources: RFC 2606, 6761, 6762, 8375, 9476; vendors' sample data. */

/** Endings that can never belong to a person. */
export const RESERVED_ENDINGS = [
  "example",
  "test",
  "invalid",
  "localhost",
  "local",
  "internal",
  "alt",
  "home.arpa",
  "example.com",
  "example.net",
  "example.org",
] as const;

/** Domains of published sample data. */
export const SAMPLE_DOMAINS = [
  "contoso.com",
  "fabrikam.com",
  "adventure-works.com",
  "northwindtraders.com",
  "northwind.com",
  "sakilacustomer.org",
  "sakilastaff.com",
  "chinookcorp.com",
  "reqres.in",
  "x.dummyjson.com",
  "dummyjson.com",
  "classicmodelcars.com",
  "janeway.example",
] as const;

/** FakeNameGenerator's ten domains, about a tenth of its rows each. */
export const FAKE_NAME_GENERATOR_DOMAINS = [
  "armyspy.com",
  "cuvox.de",
  "dayrep.com",
  "einrot.com",
  "fleckens.hu",
  "gustr.com",
  "jourrapide.com",
  "rhyta.com",
  "superrito.com",
  "teleworm.us",
] as const;

/** Labels that people type when they need some domain. */
export const PLACEHOLDER_LABELS = [
  "acme",
  "foo",
  "bar",
  "baz",
  "qux",
  "foobar",
  "company",
  "mycompany",
  "yourcompany",
  "domain",
  "yourdomain",
  "mydomain",
  "somedomain",
  "email",
  "mail",
  "test",
  "testing",
  "tester",
  "demo",
  "sample",
  "dummy",
  "fake",
  "fakemail",
  "mock",
  "placeholder",
  "example",
  "abc",
  "xyz",
  "asdf",
  "corp",
  "bigcorp",
  "techcorp",
  "globex",
  "initech",
  "umbrella",
  "hooli",
  "wayneenterprises",
  "starkindustries",
  "localhost",
  "widgets",
  "business",
  "startup",
  "organization",
  "org",
  "site",
  "website",
  "host",
  "server",
  "school",
  "university",
] as const;

/** Local parts that belong to a role or a machine and not to a person. */
export const ROLE_LOCALS = [
  "info",
  "support",
  "sales",
  "contact",
  "admin",
  "administrator",
  "webmaster",
  "postmaster",
  "hostmaster",
  "abuse",
  "security",
  "noreply",
  "no-reply",
  "donotreply",
  "do-not-reply",
  "help",
  "hello",
  "office",
  "team",
  "billing",
  "root",
  "git",
  "user",
  "username",
  "test",
  "me",
  "you",
  "name",
  "email",
  "mailer-daemon",
  "press",
  "jobs",
  "marketing",
  "dev",
  "bot",
] as const;

/** Hosts whose addresses are made for machines. */
export const MACHINE_DOMAINS = ["users.noreply.github.com", "noreply.github.com", "noreply.gitlab.com"] as const;

/** Providers whose addresses anyone can have, with the countries' word for where they lead. */
export const FREE_MAIL = {
  global:
    "gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com icloud.com me.com mac.com aol.com aim.com proton.me protonmail.com protonmail.ch pm.me fastmail.com fastmail.fm zoho.com mail.com gmx.com hey.com tutanota.com tuta.io duck.com hushmail.com inbox.com posteo.net riseup.net disroot.org",
  northAmerica:
    "comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net juno.com roadrunner.com windstream.net frontier.com rogers.com shaw.ca sympatico.ca telus.net videotron.ca bell.net yahoo.ca hotmail.ca live.ca",
  britain:
    "btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk tiscali.co.uk yahoo.co.uk hotmail.co.uk live.co.uk outlook.ie eircom.net",
  german:
    "gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de online.de posteo.de mailbox.org bluewin.ch sunrise.ch aon.at chello.at yahoo.de hotmail.de live.de outlook.de 1und1.de email.de vodafone.de",
  french:
    "orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr yahoo.fr hotmail.fr live.fr outlook.fr aliceadsl.fr club-internet.fr skynet.be telenet.be",
  southernEurope:
    "libero.it virgilio.it alice.it tin.it tiscali.it fastwebnet.it hotmail.it yahoo.it live.it outlook.it hotmail.es yahoo.es outlook.es telefonica.net terra.es sapo.pt clix.pt hotmail.pt otenet.gr yahoo.gr",
  benelux:
    "ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl hetnet.nl upcmail.nl live.nl hotmail.nl casema.nl quicknet.nl",
  nordic:
    "telia.com comhem.se bredband.net hotmail.se live.se yahoo.se online.no hotmail.no live.no live.dk hotmail.dk mail.dk suomi24.fi luukku.com",
  easternEurope:
    "wp.pl o2.pl onet.pl interia.pl op.pl poczta.onet.pl gazeta.pl tlen.pl vp.pl seznam.cz centrum.cz email.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg ukr.net i.ua mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru",
  asia: "qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com yeah.net aliyun.com naver.com daum.net hanmail.net nate.com kakao.com yahoo.co.jp yahoo.ne.jp docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp rediffmail.com yahoo.co.in yahoo.in indiatimes.com yahoo.com.sg yahoo.com.tw yahoo.com.hk yahoo.co.id yahoo.com.ph yahoo.com.vn",
  latinAmerica:
    "uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br yahoo.com.br hotmail.com.br outlook.com.br yahoo.com.mx hotmail.com.mx live.com.mx prodigy.net.mx yahoo.com.ar hotmail.com.ar fibertel.com.ar outlook.com.ar hotmail.cl yahoo.cl",
  oceania:
    "bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au yahoo.com.au hotmail.com.au live.com.au outlook.com.au xtra.co.nz yahoo.co.nz",
} as const satisfies Readonly<Record<string, string>>;

/** What faker libraries hand out where asked for free mail: equal shares of three. */
export const GENERATOR_FREE_MAIL = ["gmail.com", "yahoo.com", "hotmail.com"] as const;

/** The endings that libraries pick evenly for made-up company domains, and people hardly ever have. */
export const GENERATOR_ENDINGS = ["biz", "info", "name"] as const;
