package dev.heed.messaging.inlet;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Stands for a service's own entity. */
@Entity(name = "Note")
@Table(name = "note")
class NoteRow {

    @Id
    UUID id = new UUID(0, 0);

    String text = "";

    NoteRow() {}

    NoteRow(UUID id, String text) {
        this.id = id;
        this.text = text;
    }
}
