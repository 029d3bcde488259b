"""Running costs and animation of an LGD (19.4): rate, base, tranches, posts, rules L1-L5.

Law: Dz.U. 2015 poz. 1822, §12 and §14, as far as our source quotes it, and the programme text of
19.4 (PROW 2014-2020). What the source leaves open is told in ``readings.py`` and on every sheet.
"""
