/* SPDX-License-Identifier: MIT */
/* Does nothing, but is linked with all the libraries that clusterpress is: what it takes to start
 * is what no page can be faster than. */
int main(void)
{
	return 0;
}
