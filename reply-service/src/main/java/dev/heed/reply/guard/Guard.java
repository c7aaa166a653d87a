package dev.heed.reply.guard;

import java.util.List;

/** One check of a text. Pure: the same text gives the same findings, on every thread. */
interface Guard {

    /** Stable; appears in the API, in events and in the permanent record. */
    String name();

    /** What is wrong, place by place; empty when nothing is. */
    List<Check> findings(String text);

    /** What was looked for, told when nothing was found. */
    String allClear();
}
