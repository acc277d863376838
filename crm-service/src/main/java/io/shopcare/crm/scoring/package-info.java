/** RFM: measure, scales, cut points, scores and the eleven groups, as rules of data. */
@NullMarked
package io.shopcare.crm.scoring;

import org.jspecify.annotations.NullMarked;
