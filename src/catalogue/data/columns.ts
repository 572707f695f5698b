/** Names of columns, by what is in them. Phrases are words in lower case; the longest that ends a column's name decides. */

export const SENSITIVITIES = [
  "contact",
  "money",
  "government",
  "health",
  "special",
  "credential",
  "behaviour",
  "none",
] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What a column holds, as far as its name tells. */
export interface ColumnWords {
  readonly kind: string;
  readonly sensitivity: Sensitivity;
  /** Between bars. */
  readonly phrases: string;
  /** Words that stand for a person by themselves; the others need a table of people around them. */
  readonly isOwn?: true;
}

export const COLUMN_WORDS = [
  {
    kind: "email",
    sensitivity: "contact",
    phrases:
      "email|e mail|email address|mail address|mail|courriel|correo|correo electronico|e mailadresse|emailadresse|email1|e mail 1 value|primary email|to email|from email|contact email|epost|adres email",
  },
  {
    kind: "phone",
    sensitivity: "contact",
    phrases:
      "phone|phone number|telephone|telefon|telefono|tel|mobile|mobile phone|mobile number|mobil|cell|cell phone|cellphone|handy|fax|phone 1 value|msisdn|whatsapp|telefoonnummer|telefonnummer|phone no|contact number|portable",
  },
  {
    kind: "first-name",
    sensitivity: "contact",
    phrases:
      "first name|firstname|given name|givenname|forename|fname|vorname|prenom|nombre|first|voornaam|imie|nome|fornavn|first names",
  },
  {
    kind: "last-name",
    sensitivity: "contact",
    phrases:
      "last name|lastname|surname|family name|familyname|lname|nachname|nom|apellido|apellidos|last|achternaam|nazwisko|cognome|sobrenome|etternavn|maiden name",
  },
  {
    kind: "name",
    sensitivity: "contact",
    phrases:
      "name|full name|fullname|display name|displayname|real name|customer name|contact name|patient name|employee name|user name full|member name|author name|person|customer|employee|patient|author|sender|contact|from name|owner name|account name holder|cardholder|card holder|beneficiary|guest name|student name|naam|volledige naam|billing name|shipping name|recipient|recipient name|attendee|subscriber|client name|lead name|worker",
  },
  {
    kind: "street",
    sensitivity: "contact",
    phrases:
      "address|street|street address|address1|address 1|address line 1|address line1|addr|mailing address|home address|billing address|shipping address|strasse|straße|adresse|direccion|rue|calle|straat|adres|ulica|default address address1|street name|street 1|postal address",
  },
  {
    kind: "city",
    sensitivity: "none",
    phrases: "city|town|ort|stadt|ville|ciudad|plaats|miasto|locality|primary city|city town",
  },
  {
    kind: "state",
    sensitivity: "none",
    phrases: "state|province|state code|province code|state province|us state|region code",
  },
  {
    kind: "postal",
    sensitivity: "none",
    phrases: "zip|zip code|zipcode|postal code|postcode|post code|plz|postleitzahl|code postal|cep|postal|zip5",
  },
  { kind: "country", sensitivity: "none", phrases: "country|country code|land|pays|pais|nationality" },
  {
    kind: "birth",
    sensitivity: "contact",
    phrases:
      "birth|birth date|birthdate|date of birth|dob|birthday|geburtsdatum|date naissance|date de naissance|fecha nacimiento|geboortedatum|born|birth day",
  },
  { kind: "gender", sensitivity: "none", phrases: "gender|sex|geschlecht|sexe|genero" },
  {
    kind: "username",
    sensitivity: "none",
    phrases: "username|user name|login|handle|screen name|nickname|github|twitter",
  },
  {
    kind: "ip",
    sensitivity: "behaviour",
    phrases: "ip|ip address|ipaddress|client ip|remote addr|optin ip|confirm ip|last ip|signup ip|remote ip",
  },
  { kind: "latitude", sensitivity: "none", phrases: "lat|latitude" },
  { kind: "longitude", sensitivity: "none", phrases: "lon|lng|long|longitude" },
  {
    kind: "created",
    sensitivity: "none",
    phrases:
      "created|created at|createdat|created on|create date|created utc|created date|signup date|sign up date|signed up|registered|registered at|registration date|joined|joined at|join date|optin time|confirm time|connected on|customer since|date created|subscribed at|createddate|hire date|start date|timestamp|time|date|first seen|first commit|order date|rental date|visit date",
  },
  {
    kind: "updated",
    sensitivity: "none",
    phrases:
      "updated|updated at|updatedat|modified|modified at|last modified|last changed|last update|lastmodifieddate|systemmodstamp",
  },
  {
    kind: "last-seen",
    sensitivity: "behaviour",
    phrases: "last seen|last login|last active|last activity|last sign in at|last visit|last contacted|web sessions",
  },
  {
    kind: "id",
    sensitivity: "none",
    phrases:
      "id|record id|customer id|user id|contact id|employee id|patient id|member id|key|uuid|guid|pk|no|number|account id|row id|subscriber id|euid|leid|worker id|person id|employee number|customer number",
  },
  {
    kind: "ssn",
    sensitivity: "government",
    isOwn: true,
    phrases: "ssn|social security|social security number|social security no|ss number|soc sec",
  },
  { kind: "itin", sensitivity: "government", isOwn: true, phrases: "itin" },
  {
    kind: "nino",
    sensitivity: "government",
    isOwn: true,
    phrases: "nino|national insurance|national insurance number|ni number",
  },
  { kind: "sin", sensitivity: "government", isOwn: true, phrases: "social insurance number|sin number|canadian sin" },
  { kind: "tfn", sensitivity: "government", isOwn: true, phrases: "tfn|tax file number" },
  {
    kind: "aadhaar",
    sensitivity: "government",
    isOwn: true,
    phrases: "aadhaar|aadhar|aadhaar number|aadhar number|uid aadhaar",
  },
  { kind: "pan-in", sensitivity: "government", isOwn: true, phrases: "pan number|pan card|pan no" },
  { kind: "cpf", sensitivity: "government", isOwn: true, phrases: "cpf|cpf number" },
  { kind: "dni", sensitivity: "government", isOwn: true, phrases: "dni|nie|nif|dni nie" },
  { kind: "codice-fiscale", sensitivity: "government", isOwn: true, phrases: "codice fiscale|codicefiscale" },
  {
    kind: "nir",
    sensitivity: "government",
    isOwn: true,
    phrases: "nir|numero securite sociale|numero de securite sociale|insee number",
  },
  {
    kind: "steuer-id",
    sensitivity: "government",
    isOwn: true,
    phrases: "steuer id|steueridentifikationsnummer|steuerid|idnr|steuer identifikationsnummer",
  },
  { kind: "bsn", sensitivity: "government", isOwn: true, phrases: "bsn|burgerservicenummer" },
  {
    kind: "personnummer",
    sensitivity: "government",
    isOwn: true,
    phrases: "personnummer|fodselsnummer|fødselsnummer|cpr|cpr number|hetu|henkilotunnus",
  },
  { kind: "pesel", sensitivity: "government", isOwn: true, phrases: "pesel" },
  {
    kind: "ric",
    sensitivity: "government",
    isOwn: true,
    phrases: "resident identity|id card number|shenfenzheng|citizen id",
  },
  {
    kind: "government-id",
    sensitivity: "government",
    isOwn: true,
    phrases:
      "national id|national identity|nationalid|passport|passport number|passport no|driver license|drivers license|driver licence|driving licence|driving license|license number driver|tax id personal|tax identification number|curp|nric|my number|rrn|identity card|voter id",
  },
  { kind: "nhs", sensitivity: "health", isOwn: true, phrases: "nhs|nhs number|nhs no" },
  {
    kind: "medicare",
    sensitivity: "health",
    isOwn: true,
    phrases:
      "medicare|medicare number|mbi|medicare beneficiary identifier|health insurance number|insurance member id|krankenversicherungsnummer|medicaid id",
  },
  {
    kind: "mrn",
    sensitivity: "health",
    isOwn: true,
    phrases: "mrn|medical record|medical record number|patient mrn|hospital number",
  },
  {
    kind: "diagnosis",
    sensitivity: "health",
    phrases:
      "diagnosis|diagnoses|diagnosis code|icd|icd10|icd 10|icd code|condition medical|medical condition|medication|medications|prescription|blood type|blood group|allergies|disability|symptoms|treatment|lab result|hiv status|mental health|pregnant|chief complaint|snomed",
  },
  {
    kind: "special",
    sensitivity: "special",
    phrases:
      "ethnicity|ethnic group|religion|religious affiliation|political affiliation|political party|political opinion|union membership|trade union|sexual orientation|fingerprint template|biometric|face embedding|criminal record|convictions",
  },
  { kind: "iban", sensitivity: "money", isOwn: true, phrases: "iban|iban number" },
  {
    kind: "card",
    sensitivity: "money",
    isOwn: true,
    phrases:
      "card number|credit card|credit card number|creditcard|cc number|ccnum|pan card number|card no|debit card|debit card number|kreditkarte|credit card no|payment card",
  },
  { kind: "card-code", sensitivity: "money", isOwn: true, phrases: "cvv|cvc|cvv2|card code" },
  {
    kind: "bank-account",
    sensitivity: "money",
    isOwn: true,
    phrases:
      "bank account|bank account number|account number bank|kontonummer|sort code|routing number|aba routing|bank routing",
  },
  {
    kind: "salary",
    sensitivity: "money",
    phrases:
      "salary|compensation|base salary|annual salary|wage|hourly rate|gross pay|net pay|bonus|gehalt|salaire|credit score|income|annual income|net worth",
  },
  {
    kind: "password",
    sensitivity: "credential",
    phrases:
      "password|password hash|passwd|pwd|hashed password|encrypted password|passwort|mot de passe|password digest|reset token|otp secret|refresh token|security answer|pin",
  },
  {
    kind: "message",
    sensitivity: "behaviour",
    phrases:
      "message|messages|transcript|note|notes|comment|comments|body|chat|conversation|feedback|description|text|complaint|review text",
  },
  {
    kind: "job",
    sensitivity: "none",
    phrases: "title|job title|department|position|manager|reports to|team|cost center|location|office",
  },
] as const satisfies readonly ColumnWords[];

export type ColumnKind = (typeof COLUMN_WORDS)[number]["kind"];

/** Words that make a name or a number belong to a thing: `product name`, `parcel id`, `host name`. */
export const THING_WORDS =
  "product item parcel package packages file filename folder host hostname server domain class function method table column field event company organisation organization org vendor brand store shop school team project repository repo branch city country county region street road state genre track album artist song film movie category tag color colour plan sku device image icon font theme module plugin library framework language currency bank model make vehicle car plant animal species drug medication ingredient recipe dish menu room building station airport airline flight route port ship vessel planet star team club league game level course subject book publisher journal paper page site website url api app application service job task ticket order invoice payment transaction account variable parameter param property attribute key setting option command action step stage test case rule check error exception metric sensor node cluster namespace pod container volume image job workflow pipeline environment database schema index view sequence trigger login database short long scientific common display technical internal system script template layout group list type unit dataset data source target media playlist warehouse supplier" as const;

/** Words that make a thing's name a person's all the same. */
export const PERSON_WORDS =
  "customer client user employee patient member contact guest student applicant candidate lead subscriber owner author person people staff worker teacher driver passenger tenant buyer seller donor volunteer attendee participant resident citizen beneficiary cardholder manager agent physician doctor nurse parent child spouse father mother sender recipient billing shipping legislator" as const;
