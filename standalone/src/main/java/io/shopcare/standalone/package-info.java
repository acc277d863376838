/** The local stack in one command; this package holds the one program with all that is not ours: the partners. */
@NullMarked
package io.shopcare.standalone;

import org.jspecify.annotations.NullMarked;
