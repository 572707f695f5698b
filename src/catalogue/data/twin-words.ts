/** Names and words for made-up twins. None of the pairs is meant to be anybody. */
export const TWIN_FIRST_NAMES =
  "Bo Jo Al Cy Ada Eli Gus Ivy Ned Una Cleo Finn Hana Ines Otis Vera Elif Amos Becca Cyrus Delia Edwin Fiona Gilda Hugo Imogen Jasper Kirsten Leopold Marcella Nathaniel Ophelia Percival Rosalinda Sebastiano Theodora Valentina Wilhelmina Bartholomew Clementine" as const;
export const TWIN_LAST_NAMES =
  "Ox Fen Ash Orr Dyer Mason Baker Potter Archer Carter Glover Hooper Fisher Weaver Cooper Thatcher Sandpiper Brookfield Winterbourne Applewhite Hawthornden Featherstone Meadowcroft Longbottomley Hollingsworth" as const;
export const TWIN_STREETS = "Sample Street|Example Road|Mock Lane|Test Avenue|Demo Square" as const;
export const TWIN_CITIES = "Sampleton|Exampleville|Mockford|Testham|Demo City" as const;
export const TWIN_WORDS =
  "made up words stand here so that the text is as long as it was before and says nothing about anybody at all" as const;
