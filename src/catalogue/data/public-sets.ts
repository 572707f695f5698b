/** Public data sets with people in them, by their columns, in lower case, words parted by one space. */
export interface PublicSet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly source: string;
}

export const PUBLIC_SETS = [
  { name: "Titanic passengers", columns: ["passengerid", "survived", "pclass"], source: "Kaggle, Titanic" },
  {
    name: "Titanic passengers",
    columns: ["pclass", "survived", "name", "sibsp"],
    source: "Vanderbilt biostatistics, titanic3",
  },
  {
    name: "members of the US Congress",
    columns: ["id bioguide", "name first", "name last"],
    source: "unitedstates/congress-legislators",
  },
  {
    name: "members of the US Congress",
    columns: ["bioguide id", "last name"],
    source: "unitedstates/congress-legislators",
  },
  {
    name: "offices of the US Congress",
    columns: ["address", "city", "state", "zip", "suite"],
    source: "unitedstates/congress-legislators",
  },
  {
    name: "baseball players",
    columns: ["playerid", "namefirst", "namelast"],
    source: "chadwickbureau/baseballdatabank",
  },
  {
    name: "baseball players",
    columns: ["player id", "name first", "name last"],
    source: "chadwickbureau/baseballdatabank",
  },
  {
    name: "Telco churn",
    columns: ["customerid", "seniorcitizen", "paymentmethod", "churn"],
    source: "IBM sample data, Telco customer churn",
  },
  {
    name: "bank churn",
    columns: ["customerid", "surname", "creditscore", "exited"],
    source: "Kaggle, churn modelling",
  },
  {
    name: "Superstore orders",
    columns: ["order id", "customer name", "segment", "sub category"],
    source: "Tableau, Superstore",
  },
  { name: "Adult census", columns: ["age", "workclass", "fnlwgt"], source: "UCI, Adult" },
  {
    name: "IBM HR attrition",
    columns: ["attrition", "businesstravel", "overtime", "totalworkingyears"],
    source: "IBM sample data, HR attrition",
  },
  { name: "MovieLens users", columns: ["userid", "movieid", "rating"], source: "GroupLens, MovieLens" },
  {
    name: "diabetes in Pima women",
    columns: ["pregnancies", "glucose", "bloodpressure"],
    source: "UCI, Pima Indians diabetes",
  },
  {
    name: "Chinook customers",
    columns: ["customerid", "firstname", "lastname", "supportrepid"],
    source: "lerocha/chinook-database",
  },
  {
    name: "Chinook customers",
    columns: ["customer id", "first name", "last name", "support rep id"],
    source: "lerocha/chinook-database",
  },
  {
    name: "Chinook employees",
    columns: ["employeeid", "reportsto", "birthdate", "hiredate"],
    source: "lerocha/chinook-database; Northwind",
  },
  {
    name: "Chinook employees",
    columns: ["employee id", "reports to", "birth date", "hire date", "fax"],
    source: "lerocha/chinook-database",
  },
  {
    name: "Northwind customers",
    columns: ["customerid", "companyname", "contactname", "contacttitle"],
    source: "Microsoft, Northwind",
  },
  {
    name: "Northwind customers",
    columns: ["customer id", "company name", "contact name", "contact title"],
    source: "Microsoft, Northwind",
  },
  {
    name: "Northwind suppliers",
    columns: ["supplierid", "companyname", "contactname"],
    source: "Microsoft, Northwind",
  },
  {
    name: "Northwind employees",
    columns: ["employeeid", "titleofcourtesy", "homephone"],
    source: "Microsoft, Northwind",
  },
  {
    name: "Sakila customers",
    columns: ["customer id", "store id", "first name", "last name", "address id"],
    source: "MySQL, Sakila",
  },
  {
    name: "AdventureWorks people",
    columns: ["businessentityid", "persontype", "emailpromotion"],
    source: "Microsoft, AdventureWorks",
  },
  {
    name: "Classic Models customers",
    columns: ["customernumber", "contactlastname", "salesrepemployeenumber"],
    source: "BIRT, classicmodels",
  },
  {
    name: "Oracle HR employees",
    columns: ["employee id", "hire date", "job id", "commission pct"],
    source: "Oracle, HR schema",
  },
  {
    name: "JSONPlaceholder users",
    columns: ["username", "company catchphrase", "company bs"],
    source: "jsonplaceholder.typicode.com",
  },
] as const satisfies readonly PublicSet[];
