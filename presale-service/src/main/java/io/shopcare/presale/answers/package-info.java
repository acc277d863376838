/** Answers of other services as they are shown: fresh, a copy with its age, or an honest word. */
@NullMarked
package io.shopcare.presale.answers;

import org.jspecify.annotations.NullMarked;
