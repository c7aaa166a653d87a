package dev.heed.goodhouse.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row that stays at home; its name holds the letters of an empty word, but not the word. */
@Entity
class DatabaseRow {
    @Id
    String id = "";
}
