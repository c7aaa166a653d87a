/** Who holds a port: asked before a part is started, so that a person reads a name instead of "address in use". */
@NullMarked
package dev.heed.local.port;

import org.jspecify.annotations.NullMarked;
