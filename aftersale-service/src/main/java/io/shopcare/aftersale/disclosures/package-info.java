/** What buyers wrote, in full, for a purpose that is written down. */
@NullMarked
package io.shopcare.aftersale.disclosures;

import org.jspecify.annotations.NullMarked;
