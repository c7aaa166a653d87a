/** A fixture: it reads another room's row. */
@NullMarked
package dev.heed.badrow.report;

import org.jspecify.annotations.NullMarked;
