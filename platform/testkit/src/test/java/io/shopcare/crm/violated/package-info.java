/** Stands for a class of crm that violators of the house rules use. */
@NullMarked
package io.shopcare.crm.violated;

import org.jspecify.annotations.NullMarked;
