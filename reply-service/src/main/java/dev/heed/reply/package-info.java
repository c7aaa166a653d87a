/** The root of the reply service: its rooms are its features. */
@NullMarked
package dev.heed.reply;

import org.jspecify.annotations.NullMarked;
