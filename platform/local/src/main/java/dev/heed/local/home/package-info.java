/** Where an installation lives: its folder, its ports, its secrets. Starts nothing and asks no network. */
@NullMarked
package dev.heed.local.home;

import org.jspecify.annotations.NullMarked;
