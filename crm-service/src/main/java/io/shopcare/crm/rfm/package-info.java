/** The shop's cut points, their recomputation in pieces, and what time changes by itself. */
@NullMarked
package io.shopcare.crm.rfm;

import org.jspecify.annotations.NullMarked;
